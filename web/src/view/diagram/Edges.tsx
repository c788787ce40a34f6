import { useMemo } from 'preact/hooks';
import { parameterAt } from '../../scenario/refs';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { lazy } from '../lazy';
import { along, carries, costBy, isLit, linkInto, linkTo, runsAlong, tintOf } from '../links';
import { useLighting, useLink } from '../useLinks';
import styles from './Edges.module.css';
import { dashes, laneKey, refOf, thickness } from './lane';
import type { LanePlace } from './layout';

/** A layer with more bare edges than this draws them in a few strokes, each of one sign and width. */
const mostSeparate = 150;

const Bundles = lazy(() => import('./Bundles').then((m) => m.Bundles));

/** All edges between units: each by itself where it can be told from its neighbours, bundled where there are too many. */
export function Edges({ lanes }: { lanes: readonly LanePlace[] }) {
  const { playground } = usePage();
  const scenario = playground.drawn.edges.value;
  const { few, many } = useMemo(() => sorted(lanes), [lanes]);
  return (
    <>
      {many.length > 0 && <Bundles lanes={many} />}
      <Touched lanes={lanes} />
      {few.map((lane) => (
        <Edge key={laneKey(lane)} lane={lane} weight={parameterAt(scenario, refOf(lane))} />
      ))}
    </>
  );
}

/** Under the edges, where what is touched runs beside the chosen chain. */
function Touched({ lanes }: { lanes: readonly LanePlace[] }) {
  const { links, lit } = usePage();
  const beside = lit.value.length ? lit.value.filter((part) => !isLit(links.value, part)) : [];
  const touched = beside.length ? lanes.filter((lane) => carries(beside, refOf(lane))) : [];
  return (
    <>
      {touched.map((lane) => (
        <path
          key={laneKey(lane)}
          d={lane.path}
          class={styles.halo}
          data-tint={tintOf({ kind: 'a', layer: lane.layer })}
          data-lit
        />
      ))}
    </>
  );
}

/** Which edges are drawn by themselves: those with a chip, or in a layer with few of them. */
function sorted(lanes: readonly LanePlace[]) {
  const bare = lanes.reduce<number[]>((counts, { chip, layer }) => {
    if (!chip) counts[layer] = (counts[layer] ?? 0) + 1;
    return counts;
  }, []);
  const isOne = ({ chip, layer }: LanePlace): boolean => chip !== undefined || (bare[layer] ?? 0) <= mostSeparate;
  return { few: lanes.filter(isOne), many: lanes.filter((lane) => !isOne(lane)) };
}

/** One edge: the value runs forward along it, the derivative back beside it. Dashes tell a negative weight. */
export function Edge({ lane, weight }: { lane: LanePlace; weight: number }) {
  const { playground, known, lit } = usePage();
  const at = refOf(lane);
  const link = useLink((links) => linkInto(links, lane));
  const passes = link !== undefined && runsAlong(link, at);
  const lighting = useLighting(passes ? link : partOf(at), along(at));
  return (
    <g>
      {passes && <path d={lane.path} class={styles.halo} data-tint={link.tint} data-lit={isLit(lit.value, link)} />}
      <path
        d={lane.path}
        class={styles.edge}
        stroke-width={thickness(weight).toFixed(1)}
        stroke-dasharray={dashes(weight)}
        marker-end="url(#ahead)"
      />
      {known.value.drawnBack(lane.layer) && lane.back && (
        <path d={lane.back} class={styles.back} marker-end="url(#backwards)" />
      )}
      {!lane.chip && (
        // biome-ignore lint/a11y/noStaticElementInteractions: choosing is also in the chain rule panel, for keys
        <path d={lane.path} class={styles.grip} onClick={() => playground.choose(at)} {...lighting} />
      )}
    </g>
  );
}

/** From an output to the cost, and back. */
export function CostEdge({ edge, output }: { edge: { path: string; back: string }; output: number }) {
  const { known, lit, writing } = usePage();
  const link = useLink((links) => {
    const last = linkTo(links, { kind: 'C' });
    return last?.by.unit === output && last.parts.length === 0 && !last.terms ? last : undefined;
  });
  const touched = isLit(lit.value, costBy({ kind: 'a', layer: writing.value.depth - 1, unit: output }));
  return (
    <g>
      {(link || touched) && (
        <path d={edge.path} class={styles.halo} data-tint={tintOf({ kind: 'C' })} data-lit={touched} />
      )}
      <path d={edge.path} class={styles.edge} stroke-width={1.5} marker-end="url(#ahead)" />
      {known.value.drawnBack(writing.value.depth - 1) && (
        <path d={edge.back} class={styles.back} marker-end="url(#backwards)" />
      )}
    </g>
  );
}
