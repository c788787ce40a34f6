import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { tableWords } from '../../format/strings/table';
import { glyphText, targetGlyph, text } from '../../format/symbol';
import { withInput, withTarget } from '../../scenario/edits';
import { inputCount, outputCount } from '../../scenario/shape';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { costBy } from '../links';
import { GlyphMark, Mark } from '../math/Symbol';
import { SortedTable } from './SortedTable';
import styles from './Tables.module.css';

interface End {
  readonly kind: 'input' | 'target';
  readonly index: number;
}

/** The shown example: its inputs, its targets, and what the network says in their place. */
export function EndsTable() {
  const { playground, writing, known } = usePage();
  const s = playground.scenario.value;
  const example = playground.example.value;
  const notation = playground.notation.value;
  const { inputs = [], targets = [] } = s.examples[example] ?? {};
  const rows: End[] = [
    ...Array.from({ length: inputCount(s) }, (_, index): End => ({ kind: 'input', index })),
    ...Array.from({ length: outputCount(s) }, (_, index): End => ({ kind: 'target', index })),
  ];
  const symbolOf = ({ kind, index }: End) =>
    kind === 'input'
      ? text({ kind: 'x', layer: 0, input: index }, writing.value)
      : glyphText(targetGlyph(index, writing.value));
  return (
    <SortedTable
      caption={tableWords.ends}
      rows={rows}
      keyOf={({ kind, index }) => `${kind} ${index}`}
      linkOf={({ kind, index }) =>
        costBy(
          kind === 'input'
            ? { kind: 'x', layer: 0, input: index }
            : { kind: 'a', layer: s.layers.length - 1, unit: index },
        )
      }
      columns={[
        {
          id: 'name',
          heading: tableWords.column.name,
          cell: ({ kind, index }) =>
            kind === 'input' ? (
              <Mark of={{ kind: 'x', layer: 0, input: index }} />
            ) : (
              <GlyphMark glyph={targetGlyph(index, writing.value)} stands="target" />
            ),
        },
        { id: 'what', heading: tableWords.column.what, cell: ({ kind }) => tableWords[kind] },
        {
          id: 'value',
          heading: tableWords.column.value,
          cell: (end) => (
            <span class={styles.value}>
              <NumberField
                kind="given"
                lock={end.kind === 'input' ? 'x' : 'y'}
                bubble="belowFromStart"
                label={(end.kind === 'input' ? strings.field.input : strings.field.target)(symbolOf(end))}
                value={(end.kind === 'input' ? inputs : targets)[end.index] ?? 0}
                onEdit={(value, gesture) => {
                  const edit = end.kind === 'input' ? withInput : withTarget;
                  playground.edit(edit(playground.scenario.peek(), example, end.index, value), gesture);
                }}
              />
            </span>
          ),
        },
        {
          id: 'says',
          heading: tableWords.column.says,
          numeric: true,
          cell: ({ kind, index }) =>
            kind === 'target' &&
            known.value.forward(s.layers.length - 1) && (
              <span class={styles.forward}>
                {formatNumber(playground.evaluation.value.outputs[index] ?? Number.NaN, notation)}
              </span>
            ),
        },
      ]}
    />
  );
}
