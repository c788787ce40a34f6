import { useMemo } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { tableWords } from '../../format/strings/table';
import { activationName, text } from '../../format/symbol';
import { sameRef } from '../../scenario/refs';
import type { UnitRef } from '../../scenario/types';
import { usePage } from '../context';
import { ownSlope } from '../diagram/slope';
import { useShape } from '../diagram/useShape';
import { costBy } from '../links';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import { type Column, SortedTable } from './SortedTable';
import styles from './Tables.module.css';

/** Each unit: what it adds up, what it passes on, its slope, and how strongly the cost answers it. */
export function UnitTable() {
  const { playground, writing, known } = usePage();
  const notation = playground.notation.value;
  const shape = useShape();
  const rows = useMemo(
    () =>
      shape.layers.flatMap(({ units }, layer) =>
        Array.from({ length: units }, (_, unit): UnitRef => ({ layer, unit })),
      ),
    [shape],
  );
  const s = playground.scenario.value;
  const traces = playground.evaluation.value.layers;
  const pick = playground.pick.value;
  const { cost } = notation;
  const { forward, back } = known.value;
  const number = (
    id: string,
    heading: string,
    of: (row: UnitRef) => number,
    isKnown: (layer: number) => boolean,
    style?: string,
  ): Column<UnitRef> => ({
    id,
    heading,
    numeric: true,
    by: (row) => (isKnown(row.layer) ? of(row) : Number.NaN),
    cell: (row) => isKnown(row.layer) && <span class={style}>{formatNumber(of(row), notation)}</span>,
  });
  const at = (list: 'z' | 'a' | 'dC_da' | 'dC_dz') => (row: UnitRef) =>
    traces[row.layer]?.[list][row.unit] ?? Number.NaN;
  return (
    <SortedTable
      caption={tableWords.units}
      rows={rows}
      keyOf={({ layer, unit }) => `${layer}.${unit}`}
      isChosen={(row) => sameRef(row, pick)}
      linkOf={(row) => costBy({ kind: 'a', ...row })}
      columns={[
        {
          id: 'unit',
          heading: tableWords.column.unit,
          cell: (row) => (
            <button
              type="button"
              class={`${styles.name} ${sameRef(row, pick) ? styles.chosen : ''}`}
              aria-pressed={sameRef(row, pick)}
              aria-label={say.value(tableWords.explain(text({ kind: 'a', ...row }, writing.value)))}
              onClick={() => playground.choose(row)}
            >
              <Mark of={{ kind: 'a', ...row }} />
            </button>
          ),
        },
        {
          id: 'activation',
          heading: tableWords.column.activation,
          cell: ({ layer }) => activationName(s.layers[layer]?.activation ?? 'identity'),
        },
        number('z', 'z', at('z'), forward, styles.forward),
        number('a', 'a', at('a'), forward, styles.forward),
        ...(s.layers.some((_, layer) => back(layer))
          ? [
              number(
                'slope',
                tableWords.column.slope,
                (row) => ownSlope(traces[row.layer], row.unit),
                back,
                styles.backward,
              ),
              number('dC_dz', `∂${cost}/∂z`, at('dC_dz'), back, styles.backward),
              number('dC_da', `∂${cost}/∂a`, at('dC_da'), back, styles.backward),
            ]
          : []),
      ]}
    />
  );
}
