import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Part } from '../../../../bindings/backprop';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import {
  along,
  carries,
  costBy,
  isLit,
  linkInto,
  linkTo,
  runsAlong,
  sameLink,
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

/** So many edges are drawn together at the most: a weight that grows takes no more of them with it to other strokes. */
const mostTogether = 256;

/** Line width for a weight: grows with its size, ever more slowly. */
const thickness = (weight: number): number => 1.2 + Math.min(6, 3 * Math.log2(1 + Math.abs(weight)));
const dashes = (weight: number) => (weight < 0 ? '7 4' : undefined);

/** All edges between units: each by itself where it can be told from its neighbours, bundled where there are too many. */
export function Edges({ lanes }: { lanes: readonly LanePlace[] }) {
  const { playground } = usePage();
  const scenario = playground.drawn.edges.value;
  const chain = useChain();
  const { separate, bundles } = useMemo(() => sorted(lanes, chain), [lanes, chain]);
  return (
    <>
      <g class={styles.bundles}>
        {bundles.map((bundle, k) => (
          <Bundle key={k} lanes={bundle} scenario={scenario} />
        ))}
      </g>
      <Touched lanes={lanes} />
      {separate.map((lane) => (
        <Edge key={laneKey(lane)} lane={lane} weight={parameterAt(scenario, refOf(lane))} />
      ))}
    </>
  );
}

/** The links of the chosen chain, the same list while they are the same links, whatever their values. */
function useChain(): readonly Part[] {
  const { links } = usePage();
  const held = useRef<readonly Part[]>([]);
  return useComputed(() => {
    const next = links.value;
    const same = next.length === held.current.length && next.every((link, k) => sameLink(link, held.current[k]));
    if (!same) held.current = next;
    return held.current;
  }).value;
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

interface Bare {
  readonly at: ParameterRef;
  readonly path: string;
}

/** Which edges are drawn by themselves: those with a chip, on the chosen chain, or in a layer with few of them. */
function sorted(lanes: readonly LanePlace[], chain: readonly Part[]) {
  const bare = new Map<number, number>();
  for (const lane of lanes) if (!lane.chip) bare.set(lane.layer, (bare.get(lane.layer) ?? 0) + 1);
  const separate: LanePlace[] = [];
  const bundles: Bare[][] = [];
  for (const lane of lanes) {
    const at = refOf(lane);
    const few = (bare.get(lane.layer) ?? 0) <= mostSeparate;
    if (lane.chip || few || chain.some((link) => runsAlong(link, at) && link.of.unit === lane.unit)) {
      separate.push(lane);
      continue;
    }
    const last = bundles.at(-1);
    const edge = { at, path: lane.path };
    if (last && last.length < mostTogether && last[0]?.at.layer === lane.layer) last.push(edge);
    else bundles.push([edge]);
  }
  return { separate, bundles };
}

/** Edges drawn in a few strokes; drawn anew only where one of them comes to another stroke. */
function Bundle({ lanes, scenario }: { lanes: readonly Bare[]; scenario: Scenario }) {
  const held = useRef<{ lanes: readonly Bare[]; strokes: Int8Array; drawn: ComponentChildren } | undefined>(undefined);
  const strokes = Int8Array.from(lanes, ({ at }) => strokeOf(parameterAt(scenario, at)));
  const now = held.current;
  if (now?.lanes !== lanes || strokes.some((stroke, k) => stroke !== now.strokes[k])) {
    held.current = { lanes, strokes, drawn: drawnTogether(lanes, strokes) };
  }
  return <>{held.current?.drawn}</>;
}

/** Half pixels of width, negative where it is dashed. */
const strokeOf = (weight: number): number => Math.round(thickness(weight)) * (weight < 0 ? -1 : 1);

function drawnTogether(lanes: readonly Bare[], strokes: Int8Array): ComponentChildren {
  const paths = new Map<number, string>();
  lanes.forEach(({ path }, k) => {
    const stroke = strokes[k] ?? 0;
    paths.set(stroke, (paths.get(stroke) ?? '') + path);
  });
  return [...paths].map(([stroke, path]) => (
    <path
      key={stroke}
      d={path}
      class={styles.edge}
      stroke-width={Math.abs(stroke) / 2}
      stroke-dasharray={dashes(stroke)}
    />
  ));
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
