import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { landscapeWords as words } from '../../format/strings/landscape';
import { quantityOf, text } from '../../format/symbol';
import { parameterAt, parameters, sameRef } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { parameterFor } from '../closer/parameterFor';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { say } from '../math/say';
import { Segments } from '../Segments';
import { Contours } from './Contours';
import { Curve } from './Curve';
import styles from './Landscape.module.css';
import { pathOfRun } from './pathOfRun';
import { holding, type Range, rangeFor, zoomed } from './range';

/** The cost over one parameter as a curve, or over two as contours; the point on it is the network on screen. */
export function Landscape({ engine }: { engine: Engine }) {
  const { playground, writing } = usePage();
  const scenario = playground.scenario.value;
  const cost = playground.notation.value.cost;
  const two = useSignal(false);
  const chosen = useSignal<ParameterRef | undefined>(undefined);

  const first = parameterFor(scenario, playground.pick.value);
  const others = partners(scenario, first);
  const second = others.find((ref) => chosen.value && sameRef(ref, chosen.value)) ?? partner(scenario, first, others);
  const axes = two.value && second ? [first, second] : [first];
  const ranges = useRanges(axes);
  const name = (ref: ParameterRef) => text(quantityOf(ref), writing.value);
  const count = scenario.examples.length;

  return (
    <>
      <div class={styles.controls}>
        <Segments
          legend={words.over(cost)}
          name="landscape-axes"
          options={[{ value: 'one', label: name(first) }, ...(second ? [{ value: 'two', label: words.two }] : [])]}
          value={axes.length > 1 ? 'two' : 'one'}
          onChange={(value) => {
            two.value = value === 'two';
          }}
        />
        {axes.length > 1 && (
          <label>
            <Sentence>
              {name(first)} {words.against}
            </Sentence>{' '}
            <select
              value={others.findIndex((ref) => second && sameRef(ref, second))}
              onChange={(event) => {
                chosen.value = others[Number(event.currentTarget.value)];
              }}
            >
              {others.map((ref, i) => (
                <option key={name(ref)} value={i} aria-label={say.value(name(ref))}>
                  {name(ref)}
                </option>
              ))}
            </select>
          </label>
        )}
        <fieldset class={styles.zoom} aria-label={words.zoom}>
          <button type="button" onClick={() => ranges.zoom(0.5)} aria-label={words.closer} title={words.closer}>
            +
          </button>
          <button type="button" onClick={() => ranges.zoom(2)} aria-label={words.farther} title={words.farther}>
            −
          </button>
          <button type="button" onClick={ranges.fit}>
            {words.fit}
          </button>
        </fieldset>
      </div>
      {axes.length > 1 && second ? (
        <Contours engine={engine} x={first} y={second} ranges={ranges.now} />
      ) : (
        <Curve engine={engine} at={first} range={ranges.now[0] ?? { center: 0, half: 1 }} />
      )}
      <p class={styles.foot}>
        {count > 1 && `${words.mean(cost, count)} `}
        {words.chooseAnother}
      </p>
    </>
  );
}

/** A menu longer than this helps nobody. */
const longestMenu = 300;

/** What the first axis may stand against: any other parameter, in a large network those near it. */
function partners(s: Scenario, first: ParameterRef): ParameterRef[] {
  const others = parameters(s).filter((ref) => !sameRef(ref, first));
  if (others.length <= longestMenu) return others;
  return others.filter(
    (ref) =>
      (ref.layer === first.layer && ref.unit === first.unit) ||
      (ref.layer === first.layer + 1 && 'input' in ref && ref.input === first.unit),
  );
}

/** The next parameter on the way to the cost, or the one before the last. */
const partner = (s: Scenario, first: ParameterRef, others: readonly ParameterRef[]): ParameterRef | undefined =>
  others.find((ref) => ref.layer === first.layer + 1 && 'input' in ref && ref.input === first.unit) ??
  others.findLast((ref) => ref.layer < first.layer) ??
  others.find((ref) => s.layers[ref.layer] !== undefined);

/** The stretch of each axis: chosen anew for other axes, kept while the point stays on it, and zoomed. */
function useRanges(axes: readonly ParameterRef[]) {
  const { playground } = usePage();
  const scenario = playground.scenario.value;
  const kept = useRef<{ key: string; now: Range[] } | undefined>(undefined);
  const changed = useSignal(0);
  void changed.value;
  const key = JSON.stringify(axes);
  const values = axes.map((ref) => parameterAt(scenario, ref));

  const fitted = (): Range[] => {
    const after = playground.stepped.value.scenario;
    const path = axes.length > 1 ? pathOfRun(playground, axes).flat() : [];
    return axes.map((ref, i) =>
      rangeFor(values[i] ?? 0, [parameterAt(after, ref), ...path.map((place) => place[i] ?? Number.NaN)]),
    );
  };
  const before = kept.current?.key === key ? kept.current.now : fitted();
  const now = alike(before.map((range, i) => holding(range, [values[i] ?? 0])));
  kept.current = { key, now };
  const show = (ranges: Range[]) => {
    kept.current = { key, now: ranges };
    changed.value++;
  };
  return {
    now,
    zoom: (factor: number) => show(now.map((range, i) => zoomed(range, factor, values[i] ?? 0))),
    fit: () => show(fitted()),
  };
}

/** The same scale on all axes, or the gradient would not cross the contours at a right angle. */
function alike(ranges: readonly Range[]): Range[] {
  const half = Math.max(...ranges.map((range) => range.half));
  return ranges.map((range) => (range.half === half ? range : { ...range, half }));
}
