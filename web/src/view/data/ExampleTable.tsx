import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { countText } from '../../format/number';
import { dataWords } from '../../format/strings/data';
import { withExampleAdded, withExamples } from '../../scenario/editsOfExamples';
import { limits } from '../../scenario/limits';
import type { Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { Pages } from '../table/Pages';
import { BuiltIn } from './BuiltIn';
import styles from './ExampleTable.module.css';
import { PasteRows } from './PasteRows';
import { Rows } from './Rows';
import { rowsLocked } from './rowsLocked';
import { usePasteCells } from './usePasteCells';

/** So many rows at once; the others are a button away. */
const pageSize = 20;

/** What the network learns from: a row for each example, to read, change, add and remove, and to choose the one that is shown. */
export function ExampleTable() {
  const { playground } = usePage();
  const section = useRef<HTMLElement>(null);
  const s = playground.scenario.value;
  const page = useSignal(Math.floor(playground.example.peek() / pageSize));
  const open = useSignal<'paste' | 'builtIn' | undefined>(undefined);
  const said = useSignal<{ readonly text: string; readonly bad: boolean } | undefined>(undefined);
  const last = Math.ceil(s.examples.length / pageSize) - 1;
  const current = Math.min(page.value, last);
  const full = s.examples.length >= limits.examples;

  const say = (words: string, bad = false) => {
    said.value = { text: words, bad };
  };
  const edit = (next: Scenario) => {
    said.value = undefined;
    playground.edit(next);
  };
  const paste = usePasteCells(edit, say);
  const toggle = (which: 'paste' | 'builtIn') => () => {
    open.value = open.value === which ? undefined : which;
  };

  // It opens below a drawing that may fill the window.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), []);

  return (
    <section class={styles.data} ref={section} data-panel aria-labelledby="data-heading" onPaste={paste}>
      <h3 id="data-heading">{dataWords.heading}</h3>
      <p class={styles.lead}>{dataWords.lead}</p>
      <Rows from={current * pageSize} count={pageSize} onEdit={edit} onSay={(words) => say(words, true)} />
      <Pages
        caption={dataWords.heading}
        page={current}
        count={s.examples.length}
        size={pageSize}
        onPage={(next) => {
          page.value = next;
        }}
      />
      <div class={styles.actions}>
        <button
          type="button"
          disabled={full || rowsLocked()}
          title={full ? dataWords.full(countText(limits.examples)) : undefined}
          onClick={() => {
            edit(withExampleAdded(s, s.examples.length - 1));
            page.value = Math.floor(s.examples.length / pageSize);
          }}
        >
          {dataWords.add}
        </button>
        <button type="button" disabled={rowsLocked()} aria-expanded={open.value === 'paste'} onClick={toggle('paste')}>
          {dataWords.paste}
        </button>
        <button
          type="button"
          disabled={rowsLocked()}
          aria-expanded={open.value === 'builtIn'}
          onClick={toggle('builtIn')}
        >
          {dataWords.builtIn}
        </button>
      </div>
      {open.value === 'paste' && (
        <PasteRows
          onTake={(examples, all) => {
            const now = playground.scenario.peek();
            edit(withExamples(now, all ? examples : [...now.examples, ...examples]));
            open.value = undefined;
            say(dataWords.taken(examples.length));
          }}
        />
      )}
      {open.value === 'builtIn' && (
        <BuiltIn
          onTaken={(count) => {
            open.value = undefined;
            page.value = 0;
            say(dataWords.taken(count));
          }}
        />
      )}
      <p role="status" class={said.value?.bad ? styles.problem : styles.said}>
        {said.value?.text}
      </p>
    </section>
  );
}
