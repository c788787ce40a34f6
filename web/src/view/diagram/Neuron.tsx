import { useComputed, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { usePage } from '../context';
import { costBy, isAnswered, isLit, leadsTo, linkInto } from '../links';
import { useLighting, useLink } from '../useLinks';
import { place as at, type Plot, plotFor, polyline, reachFor, stretch, tangent } from './curve';
import type { UnitPlace } from './layout';
import styles from './Neuron.module.css';
import { ownSlope } from './slope';

interface Curve {
  readonly plot: Plot;
  readonly points: string;
}

/** The curves drawn so far: of hundreds of units nearly all have the same few. */
const curves = new Map<string, Curve>();

/** More are hardly ever on one page, and they need not be kept for ever. */
const mostCurves = 200;

function once(key: string, draw: () => Curve): Curve {
  const known = curves.get(key);
  if (known) return known;
  if (curves.size >= mostCurves) curves.clear();
  const curve = draw();
  curves.set(key, curve);
  return curve;
}

/** A unit: its activation curve, the present point and, once the backward phase has it, the tangent there. */
export function Neuron({ place }: { place: UnitPlace }) {
  const { playground, known, lit, writing } = usePage();
  const { layer, unit, radius, small } = place;
  const zs = () => playground.points.value.layers[layer]?.z;
  const activation = useComputed(() => playground.scenario.value.layers[layer]?.activation ?? 'identity');
  const reach = useComputed(() =>
    reachFor(activation.value, known.value.forward(layer) ? (zs()?.[unit] ?? Number.NaN) : 0),
  ).value;
  // The curve of one softmax unit depends on what the others add up.
  const others = useComputed(() => (activation.value === 'softmax' ? zs()?.join() : '')).value;
  const half = radius * 0.74;
  const drawn = useMemo(() => {
    const draw = () => {
      const along = stretch(reach, small ? 25 : 61);
      const values = playground.activationCurve(layer, unit, along);
      const plot = plotFor(reach, values);
      return { plot, points: polyline(plot, half, along, values) };
    };
    return others ? draw() : once(`${activation.value} ${reach} ${half} ${small}`, draw);
  }, [activation.value, reach, half, small, others]);

  const origin = at(drawn.plot, half, 0, 0);
  const link = useLink((links) => linkInto(links, place));
  const own = { kind: 'a', layer, unit } as const;
  return (
    <g transform={`translate(${place.x} ${place.y})`} class={styles.neuron} {...useLighting(link ?? costBy(own))}>
      <circle
        r={radius}
        class={styles.body}
        data-tint={link?.tint}
        data-lit={
          isLit(lit.value, link) ||
          leadsTo(lit.value, own) ||
          (layer < writing.value.depth - 1 && isAnswered(lit.value, own))
        }
      />
      <line x1={-half} x2={half} y1={origin.y} y2={origin.y} class={styles.axis} />
      <line x1={origin.x} x2={origin.x} y1={-half} y2={half} class={styles.axis} />
      <polyline points={drawn.points} class={styles.curve} />
      <Point place={place} plot={drawn.plot} half={half} lit={isLit(lit.value, link)} />
    </g>
  );
}

/**
 * Where the unit stands on its curve, and the tangent there: touched, with its run and its rise. Hundreds of them move with
 * each step, so each moves by itself: what is written into the page are its coordinates, and nothing is rendered.
 */
function Point({ place, plot, half, lit }: { place: UnitPlace; plot: Plot; half: number; lit: boolean }) {
  const { playground, known } = usePage();
  const { layer, unit, radius, small } = place;
  const reachOut = radius * 0.67;
  const slope = () => ownSlope(playground.points.value.layers[layer], unit);
  const held = useSignal({ plot, half });
  if (held.peek().plot !== plot || held.peek().half !== half) held.value = { plot, half };
  const drawn = useComputed(() => {
    const trace = playground.points.value.layers[layer];
    const { plot, half } = held.value;
    const along = tangent(plot, slope());
    return {
      ...at(plot, half, trace?.z[unit] ?? Number.NaN, trace?.a[unit] ?? Number.NaN),
      run: along.x * reachOut,
      rise: along.y * reachOut,
    };
  });
  const isSteep = useComputed(() => known.value.back(layer) && Number.isFinite(slope()));
  const isThere = useComputed(() => known.value.forward(layer));
  const x = useComputed(() => drawn.value.x);
  const y = useComputed(() => drawn.value.y);
  const x1 = useComputed(() => drawn.value.x - drawn.value.run);
  const y1 = useComputed(() => drawn.value.y - drawn.value.rise);
  const x2 = useComputed(() => drawn.value.x + drawn.value.run);
  const y2 = useComputed(() => drawn.value.y + drawn.value.rise);
  const triangle = useComputed(() => `M${x.value} ${y.value}h${drawn.value.run}v${drawn.value.rise}`);
  return (
    <>
      {isSteep.value && (
        <>
          {lit && !small && <path d={triangle} class={styles.rise} />}
          <line x1={x1} y1={y1} x2={x2} y2={y2} class={styles.tangent} />
        </>
      )}
      {isThere.value && <circle cx={x} cy={y} r={small ? 2.5 : 4.5} class={styles.point} />}
    </>
  );
}
