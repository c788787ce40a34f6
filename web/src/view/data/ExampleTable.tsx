import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { countText, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { dataWords } from '../../format/strings/data';
import { tableWords } from '../../format/strings/table';
import { glyphText, targetGlyph, text } from '../../format/symbol';
import { withInput, withTarget } from '../../scenario/edits';
import { withCells, withExampleAdded, withExamples, withoutExample } from '../../scenario/editsOfExamples';
import { readGrid } from '../../scenario/grid';
import { limits } from '../../scenario/limits';
import { inputCount, outputCount } from '../../scenario/shape';
import type { Example, Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { GlyphMark, Mark } from '../math/Symbol';
import { isLocked } from '../presentation/presentation';
import { Pages } from '../table/Pages';
import { BuiltIn } from './BuiltIn';
import styles from './ExampleTable.module.css';
import { PasteRows } from './PasteRows';

/** So many rows at once; the others are a button away. */
const pageSize = 20;

/** A row is inputs and targets, so what keeps either keeps the rows. */
const rowsLocked = (): boolean => isLocked('x') || isLocked('y');

/** What the network learns from: a row for each example, to read, change, add and remove, and to choose the one that is shown. */
export function ExampleTable() {
  const { playground } = usePage();
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
  /** A block of cells from a spreadsheet lands where it is pasted. */
  const paste = (event: ClipboardEvent) => {
    if (rowsLocked()) return;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const clip = event.clipboardData?.getData('text/plain').replace(/[\r\n]+$/, '') ?? '';
    if (!cell || !/[\t\r\n]/.test(clip)) return;
    event.preventDefault();
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])];
    const grid = readGrid(clip, undefined, limits.examples - row);
    if (!grid.ok) return say(dataWords.problem(grid.problem), true);
    const now = playground.scenario.peek();
    const room = inputCount(now) + outputCount(now) - column;
    const width = grid.rows[0]?.length ?? 0;
    if (width > room) return say(dataWords.tooWide(width, room), true);
    // The field that has the focus shows what it was given, so it is left, and entered again when the page shows the new ones.
    const field = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    field?.blur();
    edit(withCells(now, row, column, grid.rows));
    requestAnimationFrame(() => field?.focus());
    say(dataWords.pasted(grid.rows.length, width));
  };
  const toggle = (which: 'paste' | 'builtIn') => () => {
    open.value = open.value === which ? undefined : which;
  };

  return (
    <section class={styles.data} data-panel aria-labelledby="data-heading" onPaste={paste}>
      <h3 id="data-heading">{dataWords.heading}</h3>
      <p class={styles.lead}>{dataWords.lead}</p>
      <Rows from={current * pageSize} onEdit={edit} onSay={(words) => say(words, true)} />
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

function Rows({
  from,
  onEdit,
  onSay,
}: {
  from: number;
  onEdit: (next: Scenario) => void;
  onSay: (words: string) => void;
}) {
  const { playground, writing, known } = usePage();
  const s = playground.scenario.value;
  const inputs = Array.from({ length: inputCount(s) }, (_, input) => ({ kind: 'x', layer: 0, input }) as const);
  const targets = Array.from({ length: outputCount(s) }, (_, output) => targetGlyph(output, writing.value));
  const shown = s.examples.slice(from, from + pageSize);
  const outputs = useOutputs(s, shown);
  const notation = playground.notation.value;
  return (
    <div class={styles.scroll}>
      <table class={styles.table} aria-rowcount={s.examples.length + 1}>
        <caption class="visually-hidden">{dataWords.caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{dataWords.shown}</th>
            {inputs.map((quantity) => (
              <th key={quantity.input} scope="col">
                <Mark of={quantity} />
              </th>
            ))}
            {targets.map((glyph, output) => (
              <th key={output} scope="col">
                <GlyphMark glyph={glyph} stands="target" />
              </th>
            ))}
            <th scope="col" colSpan={targets.length}>
              {tableWords.column.says}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((example, i) => {
            const row = from + i;
            const isShown = row === playground.example.value;
            return (
              <tr key={row} aria-rowindex={row + 2} class={isShown ? styles.shown : ''}>
                <th scope="row">
                  <label class={styles.show}>
                    <input
                      type="radio"
                      name="shown-example"
                      aria-label={dataWords.show(row + 1)}
                      checked={isShown}
                      onChange={() => playground.showExample(row)}
                    />
                    {row + 1}
                  </label>
                </th>
                {inputs.map((quantity) => (
                  <td key={quantity.input} class={styles.cell} data-row={row} data-column={quantity.input}>
                    <NumberField
                      kind="given"
                      lock="x"
                      bubble="belowFromStart"
                      label={dataWords.cell(strings.field.input(text(quantity, writing.value)), row + 1)}
                      value={example.inputs[quantity.input] ?? 0}
                      onEdit={(value, gesture) =>
                        playground.edit(withInput(playground.scenario.peek(), row, quantity.input, value), gesture)
                      }
                    />
                  </td>
                ))}
                {targets.map((glyph, output) => (
                  <td key={output} class={styles.cell} data-row={row} data-column={inputs.length + output}>
                    <NumberField
                      kind="given"
                      lock="y"
                      bubble="belowFromStart"
                      label={dataWords.cell(strings.field.target(glyphText(glyph)), row + 1)}
                      value={example.targets[output] ?? 0}
                      onEdit={(value, gesture) =>
                        playground.edit(withTarget(playground.scenario.peek(), row, output, value), gesture)
                      }
                    />
                  </td>
                ))}
                {targets.map((_, output) => (
                  <td key={output} class={styles.says}>
                    {outputs &&
                      known.value.forward(s.layers.length - 1) &&
                      formatNumber(outputs[i * targets.length + output] ?? Number.NaN, notation)}
                  </td>
                ))}
                <td class={styles.rowActions}>
                  <button
                    type="button"
                    aria-label={dataWords.copy(row + 1)}
                    title={dataWords.copy(row + 1)}
                    disabled={rowsLocked() || s.examples.length >= limits.examples}
                    onClick={() => onEdit(withExampleAdded(s, row))}
                  >
                    {dataWords.copyMark}
                  </button>
                  <button
                    type="button"
                    aria-label={dataWords.remove(row + 1)}
                    title={dataWords.remove(row + 1)}
                    disabled={rowsLocked()}
                    aria-disabled={s.examples.length === 1}
                    onClick={() => {
                      if (s.examples.length === 1) onSay(dataWords.onlyOne);
                      else onEdit(withoutExample(s, row));
                    }}
                  >
                    ✕
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What the network says to each of these examples; undefined until what computes it is there. */
function useOutputs(s: Scenario, examples: readonly Example[]): Float64Array | undefined {
  const { wholeEngine } = usePage();
  const engine = useSignal<Engine | undefined>(undefined);
  useEffect(() => {
    wholeEngine().then(
      (whole) => {
        engine.value = whole;
      },
      () => {}, // The column stays empty; the table works without it.
    );
  }, []);
  return engine.value?.predict(s, Float64Array.from(examples.flatMap(({ inputs }) => inputs)));
}
