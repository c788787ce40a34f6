import { useSignal } from '@preact/signals';
import { hiddenWhenEmbedded } from '../../embed/presentation';
import { type Embedding, elementSnippet, frameSnippet, queryOf } from '../../embed/snippet';
import { builderWords as words } from '../../format/strings/builder';
import { shareWords } from '../../format/strings/share';
import { type Theme, themes } from '../../format/themes';
import { type LockId, lockIds, type PanelId, panelIds } from '../../scenario/ids';
import { longestFragment } from '../../scenario/link/decode';
import { fragmentFor } from '../../scenario/link/encode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { closerIds } from '../closer/closer';
import { pageAddress } from '../presentation/ownAddress';
import { Segments } from '../Segments';
import styles from './Builder.module.css';
import { Code } from './Code';
import { Preview, type Width } from './Preview';

/** What an embedded page has unless told otherwise, and what it can be given. */
const usual: readonly PanelId[] = panelIds.filter((id) => !hiddenWhenEmbedded.includes(id));
const offered: readonly PanelId[] = [...usual, 'lessons', 'examples', 'document', 'share'];
const openable: readonly PanelId[] = [...closerIds, 'table', 'edit', 'data'];

type Form = keyof typeof words.forms;
const forms = Object.keys(words.forms) as Form[];

/** Chooses what an embedded page shows, shows it, and gives the code for another page. */
export function Builder({ bookmark }: { bookmark: Bookmark<WrittenScenario> }) {
  const shown = useSignal<readonly PanelId[]>(usual);
  const opened = useSignal<PanelId | undefined>(undefined);
  const locked = useSignal<readonly LockId[]>([]);
  const theme = useSignal<Theme | undefined>(undefined);
  const autoplay = useSignal(false);
  const width = useSignal<Width>(700);
  const height = useSignal(800);
  const form = useSignal<Form>('frame');

  // Data goes with the tables.
  const present = (id: PanelId) => shown.value.includes(id) && (id !== 'data' || shown.value.includes('table'));
  const open = opened.value && present(opened.value) ? [opened.value] : [];
  const embedding: Embedding = {
    theme: theme.value,
    hide: usual.filter((id) => !shown.value.includes(id)),
    show: [...shown.value.filter((id) => !usual.includes(id)), ...open],
    lock: locked.value,
    autoplay: autoplay.value,
  };
  const network = bookmark.start.title ?? '';
  const fragment = fragmentFor(bookmark);
  if (fragment.length > longestFragment) return <p>{shareWords.noLink}</p>;
  const page = pageAddress();
  const place = { page, fragment, title: words.title(network), link: words.link(network) };
  const code = form.value === 'frame' ? frameSnippet(embedding, place, height.value) : elementSnippet(embedding, place);
  return (
    <div class={styles.builder}>
      <p>{words.lead}</p>
      <Checks legend={words.shown} ids={offered} names={words.panels} checked={shown} />
      <Checks legend={words.changed} ids={lockIds} names={words.locks} checked={locked} inverted />
      <div class={styles.row}>
        <label>
          {words.opened}{' '}
          <select
            value={open[0] ?? ''}
            onChange={({ currentTarget }) => {
              opened.value = openable.find((id) => id === currentTarget.value);
            }}
          >
            <option value="">{words.nothing}</option>
            {openable.filter(present).map((id) => (
              <option key={id} value={id}>
                {words.panels[id]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.theme}{' '}
          <select
            value={theme.value ?? ''}
            onChange={({ currentTarget }) => {
              theme.value = themes.find((known) => known === currentTarget.value);
            }}
          >
            <option value="">{words.themes.reader}</option>
            {themes.map((name) => (
              <option key={name} value={name}>
                {words.themes[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={autoplay.value}
            onChange={({ currentTarget }) => {
              autoplay.value = currentTarget.checked;
            }}
          />{' '}
          {words.autoplay}
        </label>
      </div>
      {location.protocol === 'file:' ? (
        <p role="note">{words.fromFile}</p>
      ) : (
        <Preview src={page + queryOf(embedding) + fragment} width={width} height={height} />
      )}
      <div class={styles.row}>
        <Segments
          legend={words.form}
          name="embed-form"
          options={forms.map((value) => ({ value, label: words.forms[value] }))}
          value={form.value}
          onChange={(value) => {
            form.value = value;
          }}
        />
        <small>{words.formHints[form.value]}</small>
      </div>
      <Code code={code} />
    </div>
  );
}

/** One check box for each id. `inverted`: checked is what the list does not hold. */
function Checks<Id extends string>({
  legend,
  ids,
  names,
  checked,
  inverted = false,
}: {
  legend: string;
  ids: readonly Id[];
  names: Readonly<Record<Id, string>>;
  checked: { value: readonly Id[] };
  inverted?: boolean;
}) {
  return (
    <fieldset class={styles.group}>
      <legend>{legend}</legend>
      {ids.map((id) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={checked.value.includes(id) !== inverted}
            onChange={({ currentTarget }) => {
              const listed = currentTarget.checked !== inverted;
              checked.value = ids.filter((other) => (other === id ? listed : checked.value.includes(other)));
            }}
          />
          {names[id]}
        </label>
      ))}
    </fieldset>
  );
}
