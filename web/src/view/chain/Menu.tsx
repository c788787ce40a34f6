import { useMemo } from 'preact/hooks';
import { strings } from '../../format/strings';
import { explainWords as words } from '../../format/strings/explain';
import { quantityOf, text } from '../../format/symbol';
import { firstWeight, parameters, sameRef } from '../../scenario/refs';
import { parameterCount } from '../../scenario/shape';
import type { Layered, ParameterRef, Ref } from '../../scenario/types';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { say } from '../math/say';
import styles from './Chooser.module.css';

/** Of more parameters than this there are two menus, of the units and of what leads into one: thousands of lines take long. */
const mostInMenu = 500;

/** Which of many parameters is explained. */
export function Menu() {
  const { playground, writing } = usePage();
  const shape = useShape();
  const pick = playground.pick.value;
  const many = useMemo(() => parameterCount(playground.scenario.peek()) > mostInMenu, [shape]);
  const all = useMemo(
    () => (many ? parametersOf(playground.scenario.peek(), pick) : parameters(playground.scenario.peek())),
    [shape, many, many && pick.layer, many && pick.unit],
  );
  const index = all.findIndex((ref) => sameRef(ref, pick));
  return (
    <>
      <label class={styles.menu}>
        {strings.chain.choose}{' '}
        <select
          value={index}
          onChange={(event) => {
            const ref = all[Number(event.currentTarget.value)];
            if (ref) playground.choose(ref);
          }}
        >
          {index < 0 && <Choice value={-1} of={pick} />}
          {all.map((ref, i) => (
            <Choice key={text(quantityOf(ref), writing.value)} value={i} of={ref} />
          ))}
        </select>
      </label>
      {many && <UnitMenu />}
    </>
  );
}

/** A line of the menu. */
function Choice({ value, of }: { value: number; of: Ref }) {
  const symbol = text(quantityOf(of), usePage().writing.value);
  return (
    <option value={value} aria-label={say.value(symbol)}>
      {symbol}
    </option>
  );
}

/** Into which unit the parameter leads that is explained: the first of two menus' worth of parameters. */
function UnitMenu() {
  const { playground, writing } = usePage();
  const { layers } = useShape();
  const { layer, unit } = playground.pick.value;
  return (
    <label class={styles.menu}>
      {words.into}{' '}
      <select
        value={`${layer}.${unit}`}
        onChange={(event) => {
          const [layer = 0, unit = 0] = event.currentTarget.value.split('.').map(Number);
          playground.choose({ ...firstWeight, layer, unit });
        }}
      >
        {layers.map(({ units }, layer) =>
          Array.from({ length: units }, (_, unit) => {
            const symbol = text({ kind: 'a', layer, unit }, writing.value);
            return (
              <option key={symbol} value={`${layer}.${unit}`} aria-label={say.value(symbol)}>
                {symbol}
              </option>
            );
          }),
        )}
      </select>
    </label>
  );
}

/** The parameters of one unit: its weights, then its bias. */
const parametersOf = (s: Layered, { layer, unit }: Pick<Ref, 'layer' | 'unit'>): ParameterRef[] => [
  ...(s.layers[layer]?.weights[unit] ?? []).map((_, input) => ({ layer, unit, input })),
  ...(s.layers[layer]?.biases ? [{ layer, unit, bias: true } as const] : []),
];
