import { license, version } from '../../../../package.json';
import { strings } from '../../format/strings';
import { helpWords } from '../../format/strings/help';
import { canonical } from '../../scenario/canonical';
import { usePage } from '../context';
import { useCopying } from '../useCopying';
import styles from './HelpDialog.module.css';

/** Which version this is, under which licence, and what to send along with a report. */
export function About() {
  const { playground } = usePage();
  const details = detailsOf(canonical(playground.bookmark()));
  const { field, copy, said } = useCopying(details, helpWords);
  return (
    <>
      <h3>{helpWords.about}</h3>
      <p>{helpWords.version(strings.name, version, license)}</p>
      <details class={styles.problem}>
        <summary>{helpWords.problem}</summary>
        <p>{helpWords.how}</p>
        <textarea
          ref={field}
          class={styles.details}
          aria-label={helpWords.details}
          readOnly
          spellcheck={false}
          rows={6}
          value={details}
        />
        <p class={styles.copy}>
          <button type="button" onClick={copy}>
            {helpWords.copy}
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
