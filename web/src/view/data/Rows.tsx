import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { dataWords } from '../../format/strings/data';
import { tableWords } from '../../format/strings/table';
import { glyphText, targetGlyph, text } from '../../format/symbol';
import { withInput, withTarget } from '../../scenario/edits';
import { withExampleAdded, withoutExample } from '../../scenario/editsOfExamples';
import { limits } from '../../scenario/limits';
import { inputCount, outputCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { GlyphMark, Mark } from '../math/Symbol';
import base from '../table/Table.module.css';
import styles from './ExampleTable.module.css';
import { rowsLocked } from './rowsLocked';
import { useOutputs } from './useOutputs';

/** A page of the examples, with what the network says to each. */
export function Rows({
  from,
  count,
  onEdit,
  onSay,
}: {
  from: number;
  count: number;
  onEdit: (next: Scenario) => void;
  onSay: (words: string) => void;
}) {
  const { playground, writing, known } = usePage();
  const s = playground.scenario.value;
  const inputs = Array.from({ length: inputCount(s) }, (_, input) => ({ kind: 'x', layer: 0, input }) as const);
  const targets = Array.from({ length: outputCount(s) }, (_, output) => targetGlyph(output, writing.value));
  const shown = s.examples.slice(from, from + count);
  const outputs = useOutputs(s, shown);
  const notation = playground.notation.value;
  return (
    <div class={base.scroll}>
      <table class={`${base.table} ${styles.table}`} aria-rowcount={s.examples.length + 1}>
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
