import { useSignal } from '@preact/signals';
import { hiddenWhenEmbedded } from '../../embed/presentation';
import { type Embedding, elementSnippet, frameSnippet, queryOf } from '../../embed/snippet';
import { builderWords as words } from '../../format/strings/builder';
import { shareWords } from '../../format/strings/share';
import { type Theme, themes } from '../../format/themes';
import { type LockId, lockIds, type PanelId, panelIds } from '../../scenario/ids';
import { longestFragment } from '../../scenario/link/decode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { CopyField } from '../CopyField';
import { closerIds } from '../closer/closer';
import { pageAddress } from '../presentation/ownAddress';
import { Segments } from '../Segments';
import styles from './Builder.module.css';
import { Check, Checks } from './Checks';
import { Choice } from './Choice';
import { Origin } from './Origin';
import { originOf } from './originOf';
import { Preview, type Width } from './Preview';
import { useSubject } from './useSubject';

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
  const still = useSignal(false);
  const origin = useSignal('');
  const width = useSignal<Width>(700);
  const height = useSignal(800);
  const form = useSignal<Form>('frame');
  const { chosen, offered: lessons, titleOf, subject } = useSubject(bookmark);

  // Data goes with the tables.
  const present = (id: PanelId) => shown.value.includes(id) && (id !== 'data' || shown.value.includes('table'));
  const open = opened.value && present(opened.value) ? [opened.value] : [];
  const embedding: Embedding = {
    theme: theme.value,
    hide: usual.filter((id) => !shown.value.includes(id)),
    show: [...shown.value.filter((id) => !usual.includes(id)), ...open],
    lock: locked.value,
    autoplay: autoplay.value && !still.value,
    motion: !still.value,
    lesson: subject.lesson,
  };
  const { fragment, title } = subject;
  const page = pageAddress();
  const place = {
    page,
    fragment,
    title: words.title(title),
    link: words.link(chosen.value ? words.lesson(title) : title),
    origin: originOf(origin.value),
  };
  const code = form.value === 'frame' ? frameSnippet(embedding, place, height.value) : elementSnippet(embedding, place);
  return (
    <div class={styles.builder}>
      <p>{words.lead}</p>
      <div class={styles.row}>
        <Choice
          label={words.holds}
          none={words.network}
          ids={lessons}
          names={(id) => words.lesson(titleOf(id))}
          chosen={chosen}
        />
      </div>
      <Checks legend={words.shown} ids={offered} names={words.panels} checked={shown} />
      <Checks legend={words.changed} ids={lockIds} names={words.locks} checked={locked} inverted />
      <div class={styles.row}>
        <Choice
          label={words.opened}
          none={words.nothing}
          ids={openable.filter(present)}
          names={(id) => words.panels[id]}
          chosen={opened}
        />
        <Choice
          label={words.theme}
          none={words.themes.reader}
          ids={themes}
          names={(name) => words.themes[name]}
          chosen={theme}
        />
      </div>
      <div class={styles.group}>
        <Check
          name={words.autoplay}
          on={autoplay.value && !still.value}
          disabled={still.value}
          onChange={(on) => {
            autoplay.value = on;
          }}
        />
        <Check
          name={words.still}
          on={still.value}
          onChange={(on) => {
            still.value = on;
          }}
        />
      </div>
      {fragment.length > longestFragment ? (
        <p>{shareWords.noLink}</p>
      ) : (
        <>
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
          {form.value === 'frame' && <Origin address={origin} />}
          <CopyField text={code} label={words.code} rows={6} words={words} />
        </>
      )}
    </div>
  );
}
