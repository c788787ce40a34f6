import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Evaluation, Gradient } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { tableWords } from '../../format/strings/table';
import { inputOf, quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { withFrozen } from '../../scenario/editsOfFlags';
import { isBias, isFrozen, parameterAt, parameters, sameRef } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { NumberField } from '../field/NumberField';
import { Sentence } from '../math/Sentence';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import { isLocked } from '../presentation/presentation';
import { type Column, SortedTable } from './SortedTable';
import styles from './Tables.module.css';

/** Each weight and bias: what it joins, its value to change, its gradients, whether it is frozen. */
export function ParameterTable() {
  const { playground, known, writing } = usePage();
  const notation = playground.notation.value;
  const shape = useShape();
  const layer = useSignal<number | undefined>(undefined);
  const only = layer.value;
  // The refs follow from the shape alone, so a number that changes leaves the order of the rows as it is.
  const rows = useMemo(
    () => parameters(playground.scenario.peek()).filter((ref) => only === undefined || ref.layer === only),
    [shape, only],
  );
  const s = playground.scenario.value;
  const evaluation = playground.evaluation.value;
  const gradient = playground.gradient.value;
  const pick = playground.pick.value;
  const symbolOf = (ref: ParameterRef) => text(quantityOf(ref), writing.value);
  const slope = (id: string, heading: string, of: (ref: ParameterRef) => number): Column<ParameterRef> => ({
    id,
    heading,
    numeric: true,
    by: (ref) => (known.value.back(ref.layer) ? of(ref) : Number.NaN),
    cell: (ref) =>
      known.value.back(ref.layer) && <span class={styles.backward}>{formatNumber(of(ref), notation)}</span>,
  });
  return (
    <SortedTable
      caption={tableWords.parameters}
      rows={rows}
      keyOf={symbolOf}
      isChosen={(ref) => sameRef(ref, pick)}
      linkOf={partOf}
      columns={[
        {
          id: 'parameter',
          heading: tableWords.column.parameter,
          cell: (ref) => (
            <button
              type="button"
              class={`${styles.name} ${sameRef(ref, pick) ? styles.chosen : ''}`}
              aria-pressed={sameRef(ref, pick)}
              aria-label={say.value(tableWords.explain(symbolOf(ref)))}
              onClick={() => playground.choose(ref)}
            >
              <Mark of={quantityOf(ref)} />
            </button>
          ),
        },
        {
          id: 'joins',
          heading: tableWords.column.joins,
          cell: (ref) => {
            const unit = text({ kind: 'a', layer: ref.layer, unit: ref.unit }, writing.value);
            return (
              <Sentence>
                {isBias(ref)
                  ? tableWords.biasOf(unit)
                  : tableWords.joins(text(inputOf(quantityOf(ref)), writing.value), unit)}
              </Sentence>
            );
          },
        },
        {
          id: 'value',
          heading: tableWords.column.value,
          by: (ref) => parameterAt(s, ref),
          cell: (ref) => (
            <span class={styles.value}>
              <NumberField
                kind="parameter"
                lock={lockOf(ref)}
                label={say.value((isBias(ref) ? strings.field.bias : strings.field.weight)(symbolOf(ref)))}
                value={parameterAt(s, ref)}
                disabled={!known.value.update}
                onEdit={(value, gesture) =>
                  playground.edit(withParameter(playground.scenario.peek(), ref, value), gesture)
                }
              />
            </span>
          ),
        },
        ...(s.layers.some((_, k) => known.value.back(k))
          ? [
              slope('this', tableWords.column.thisExample, (ref) =>
                slopeAt(evaluation, s.layers[ref.layer]?.weights[ref.unit]?.length, ref),
              ),
              slope('mean', tableWords.column.meanOfAll, (ref) =>
                slopeAt(gradient, s.layers[ref.layer]?.weights[ref.unit]?.length, ref),
              ),
            ]
          : []),
        {
          id: 'frozen',
          heading: tableWords.column.frozen,
          by: (ref) => Number(isFrozen(s, ref)),
          cell: (ref) => (
            <input
              type="checkbox"
              aria-label={say.value(tableWords.frozen(symbolOf(ref)))}
              checked={isFrozen(s, ref)}
              disabled={isLocked(lockOf(ref))}
              onChange={(event) =>
                playground.edit(withFrozen(playground.scenario.peek(), ref, event.currentTarget.checked))
              }
            />
          ),
        },
      ]}
    >
      {shape.layers.length > 1 && (
        <label>
          {tableWords.layer}{' '}
          <select
            value={only ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              layer.value = value === '' ? undefined : Number(value);
            }}
          >
            <option value="">{tableWords.allLayers}</option>
            {shape.layers.map((_, k) => (
              <option key={k} value={k}>
                {k + 1}
              </option>
            ))}
          </select>
        </label>
      )}
    </SortedTable>
  );
}

const lockOf = (ref: ParameterRef) => (isBias(ref) ? 'b' : 'w');

/** What the engine says of one parameter, in the lists it gives for each layer. */
function slopeAt({ layers }: Evaluation | Gradient, inputs = 0, ref: ParameterRef): number {
  const lists = layers[ref.layer];
  return (isBias(ref) ? lists?.dC_db?.[ref.unit] : lists?.dC_dW[ref.unit * inputs + ref.input]) ?? Number.NaN;
}
