import { useMemo } from 'preact/hooks';
import { leadsTo, linkInto, sameLink, useLighting, usePage } from '../context';
import { place as at, plotFor, polyline, reachFor, stretch, tangent } from './curve';
import type { UnitPlace } from './layout';
import styles from './Neuron.module.css';
import { ownSlope } from './slope';

/** A unit: its activation curve, the present point and, once the backward phase has it, the tangent there. */
export function Neuron({ place }: { place: UnitPlace }) {
  const { playground, links, known, lit } = usePage();
  const { layer, unit, radius, small } = place;
  const activation = playground.scenario.value.layers[layer]?.activation ?? 'identity';
  const trace = playground.evaluation.value.layers[layer];
  const computed = known.value.forward(layer);
  const z = trace?.z[unit] ?? Number.NaN;
  const a = trace?.a[unit] ?? Number.NaN;
  const slope = ownSlope(trace, unit);
  const reach = reachFor(activation, computed ? z : 0);
  const half = radius * 0.74;

  // The curve of one softmax unit depends on what the others add up.
  const others = activation === 'softmax' ? trace?.z.join() : '';
  const drawn = useMemo(() => {
    const zs = stretch(reach, small ? 25 : 61);
    const values = playground.activationCurve(layer, unit, zs);
    const plot = plotFor(reach, values);
    return { plot, points: polyline(plot, half, zs, values) };
  }, [activation, reach, half, small, others]);

  const point = at(drawn.plot, half, z, a);
  const origin = at(drawn.plot, half, 0, 0);
  const along = tangent(drawn.plot, slope);
  const reachOut = small ? 11 : 27;
  const link = linkInto(links.value, place);
  return (
    <g transform={`translate(${place.x} ${place.y})`} class={styles.neuron} {...useLighting(link)}>
      <circle
        r={radius}
        class={styles.body}
        data-tint={link?.tint}
        data-lit={leadsTo(lit.value, { kind: 'a', layer, unit }) || sameLink(lit.value, link)}
      />
      <line x1={-half} x2={half} y1={origin.y} y2={origin.y} class={styles.axis} />
      <line x1={origin.x} x2={origin.x} y1={-half} y2={half} class={styles.axis} />
      <polyline points={drawn.points} class={styles.curve} />
      {known.value.back(layer) && Number.isFinite(slope) && (
        <line
          x1={point.x - along.x * reachOut}
          y1={point.y - along.y * reachOut}
          x2={point.x + along.x * reachOut}
          y2={point.y + along.y * reachOut}
          class={styles.tangent}
        />
      )}
      {computed && <circle cx={point.x} cy={point.y} r={small ? 2.5 : 4.5} class={styles.point} />}
    </g>
  );
}
