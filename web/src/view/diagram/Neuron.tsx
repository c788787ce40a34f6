import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { usePage } from '../context';
import { costBy, isAnswered, isLit, leadsTo, linkInto } from '../links';
import { useLighting, useLink } from '../useLinks';
import { place as at, type Plot, plotFor, polyline, reachFor, stretch, tangent } from './curve';
import type { UnitPlace } from './layout';
import styles from './Neuron.module.css';
import { ownSlope } from './slope';

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
    const along = stretch(reach, small ? 25 : 61);
    const values = playground.activationCurve(layer, unit, along);
    const plot = plotFor(reach, values);
    return { plot, points: polyline(plot, half, along, values) };
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

/** Where the unit stands on its curve, and the tangent there: touched, with its run and its rise. */
function Point({ place, plot, half, lit }: { place: UnitPlace; plot: Plot; half: number; lit: boolean }) {
  const { playground, known } = usePage();
  const { layer, unit, radius, small } = place;
  const trace = playground.points.value.layers[layer];
  const slope = ownSlope(trace, unit);
  const point = at(plot, half, trace?.z[unit] ?? Number.NaN, trace?.a[unit] ?? Number.NaN);
  const along = tangent(plot, slope);
  const reachOut = radius * 0.67;
  return (
    <>
      {known.value.back(layer) && Number.isFinite(slope) && (
        <>
          {lit && !small && (
            <path d={`M${point.x} ${point.y}h${along.x * reachOut}v${along.y * reachOut}`} class={styles.rise} />
          )}
          <line
            x1={point.x - along.x * reachOut}
            y1={point.y - along.y * reachOut}
            x2={point.x + along.x * reachOut}
            y2={point.y + along.y * reachOut}
            class={styles.tangent}
          />
        </>
      )}
      {known.value.forward(layer) && <circle cx={point.x} cy={point.y} r={small ? 2.5 : 4.5} class={styles.point} />}
    </>
  );
}
