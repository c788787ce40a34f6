import { parameterAt } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import {
  along,
  carries,
  costBy,
  isLit,
  type Link,
  linkInto,
  linkTo,
  runsAlong,
  tintOf,
  useLighting,
  useLink,
  usePage,
} from '../context';
import styles from './Edges.module.css';
import { laneKey, refOf } from './lane';
import type { LanePlace } from './layout';

/** A layer with more bare edges than this draws them in a few strokes, each of one sign and width. */
const mostSeparate = 150;

/** Line width for a weight: grows with its size, ever more slowly. */
const thickness = (weight: number): number => 1.2 + Math.min(6, 3 * Math.log2(1 + Math.abs(weight)));
const dashes = (weight: number) => (weight < 0 ? '7 4' : undefined);

/** All edges between units: each by itself where it can be told from its neighbours, bundled where there are too many. */
export function Edges({ lanes }: { lanes: readonly LanePlace[] }) {
  const { playground, links } = usePage();
  const scenario = playground.scenario.value;
  const { separate, bundles } = sorted(lanes, links.value, scenario);
  return (
    <>
      {bundles.map((bundle) => (
        <path
          key={bundle.key}
          d={bundle.path}
          class={`${styles.edge} ${styles.bundle}`}
          stroke-width={bundle.width}
          stroke-dasharray={dashes(bundle.sign)}
        />
      ))}
      <Touched lanes={lanes} />
      {separate.map((lane) => (
        <Edge key={laneKey(lane)} lane={lane} weight={parameterAt(scenario, refOf(lane))} />
      ))}
    </>
  );
}

/** Under the edges, where what is touched runs beside the chosen chain. */
function Touched({ lanes }: { lanes: readonly LanePlace[] }) {
  const { links, lit } = usePage();
  const beside = lit.value.filter((part) => !isLit(links.value, part));
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

interface Bundle {
  readonly key: string;
  readonly sign: number;
  readonly width: number;
  path: string;
}

/** Which edges are drawn by themselves: those with a chip, on the chosen chain, or in a layer with few of them. */
function sorted(lanes: readonly LanePlace[], links: readonly Link[], scenario: Scenario) {
  const bare = new Map<number, number>();
  for (const lane of lanes) if (!lane.chip) bare.set(lane.layer, (bare.get(lane.layer) ?? 0) + 1);
  const separate: LanePlace[] = [];
  const bundles = new Map<string, Bundle>();
  for (const lane of lanes) {
    const few = (bare.get(lane.layer) ?? 0) <= mostSeparate;
    if (lane.chip || few || links.some((link) => runsAlong(link, refOf(lane)) && link.of.unit === lane.unit)) {
      separate.push(lane);
      continue;
    }
    const weight = parameterAt(scenario, refOf(lane));
    const width = Math.round(thickness(weight)) / 2;
    const key = `${lane.layer} ${Math.sign(weight)} ${width}`;
    const bundle = bundles.get(key) ?? { key, sign: weight, width, path: '' };
    bundle.path += lane.path;
    bundles.set(key, bundle);
  }
  return { separate, bundles: [...bundles.values()] };
}

/** One edge: the value runs forward along it, the derivative back beside it. Dashes tell a negative weight. */
function Edge({ lane, weight }: { lane: LanePlace; weight: number }) {
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
