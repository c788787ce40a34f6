import { license, version } from '../../../../package.json';
import { strings } from '../../format/strings';
import { help } from '../../format/strings/help';
import { canonical } from '../../scenario/canonical';
import { usePage } from '../context';
import { useCopying } from '../useCopying';
import styles from './HelpDialog.module.css';

/** Which version this is, under which licence, and what to send along with a report. */
export function About() {
  const { playground } = usePage();
  const details = detailsOf(canonical(playground.bookmark()));
  const { field, copy, said } = useCopying(details, help);
  return (
    <>
      <h3>{help.about}</h3>
      <p>{help.version(strings.name, version, license)}</p>
      <details class={styles.problem}>
        <summary>{help.problem}</summary>
        <p>{help.how}</p>
        <textarea
          ref={field}
          class={styles.details}
          aria-label={help.details}
          readOnly
          spellcheck={false}
          rows={6}
          value={details}
        />
        <p class={styles.copy}>
          <button type="button" onClick={copy}>
            {help.copy}
          </button>
          <span role="status">{said}</span>
        </p>
      </details>
    </>
  );
}

/** What a report needs beside what a person can tell. */
function detailsOf(document: string): string {
  const { innerWidth, innerHeight, devicePixelRatio } = window;
  return [
    `${strings.name} ${version}`,
    navigator.userAgent,
    `${innerWidth} × ${innerHeight}, ${devicePixelRatio}`,
    document,
  ].join('\n');
}
