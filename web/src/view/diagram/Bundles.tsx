import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Part } from '../../../../bindings/backprop';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { runsAlong, sameLink } from '../links';
import { Edge } from './Edges';
import styles from './Edges.module.css';
import { dashes, laneKey, refOf, thickness } from './lane';
import type { LanePlace } from './layout';

/** So many edges are drawn together at the most: a weight that grows takes no more of them with it to another stroke. */
const mostTogether = 256;

interface Bare {
  readonly at: ParameterRef;
  readonly path: string;
}

/**
 * Edges of layers that have too many of them to be told apart: those of the chosen chain by themselves, the others in a few
 * strokes, each of one sign and width.
 */
export function Bundles({ lanes }: { lanes: readonly LanePlace[] }) {
  const { playground } = usePage();
  const scenario = playground.drawn.edges.value;
  const chain = useChain();
  const { own, bundles } = useMemo(() => {
    const isOwn = (lane: LanePlace, at: ParameterRef) =>
      chain.some((link) => runsAlong(link, at) && link.of.unit === lane.unit);
    const all = lanes.map((lane) => ({ lane, at: refOf(lane), path: lane.path }));
    const own = all.filter(({ lane, at }) => isOwn(lane, at));
    const edges = all.filter((edge) => !own.includes(edge));
    const count = Math.ceil(edges.length / mostTogether);
    const bundles = Array.from({ length: count }, (_, k) => edges.slice(k * mostTogether, (k + 1) * mostTogether));
    return { own, bundles };
  }, [lanes, chain]);
  return (
    <>
      <g class={styles.bundles}>
        {bundles.map((bundle, k) => (
          <Bundle key={k} edges={bundle} scenario={scenario} />
        ))}
      </g>
      {own.map(({ lane, at }) => (
        <Edge key={laneKey(lane)} lane={lane} weight={parameterAt(scenario, at)} />
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

/** Drawn anew only where an edge comes to another stroke. */
function Bundle({ edges, scenario }: { edges: readonly Bare[]; scenario: Scenario }) {
  const held = useRef<{ edges: readonly Bare[]; strokes: Int8Array; drawn: ComponentChildren } | undefined>(undefined);
  const strokes = Int8Array.from(edges, ({ at }) => strokeOf(parameterAt(scenario, at)));
  const now = held.current;
  if (now?.edges !== edges || strokes.some((stroke, k) => stroke !== now.strokes[k])) {
    held.current = { edges, strokes, drawn: drawnTogether(edges, strokes) };
  }
  return <>{held.current?.drawn}</>;
}

/** Half pixels of width, negative where it is dashed. */
const strokeOf = (weight: number): number => Math.round(thickness(weight)) * (weight < 0 ? -1 : 1);

function drawnTogether(edges: readonly Bare[], strokes: Int8Array): ComponentChildren {
  const paths = new Map<number, string>();
  edges.forEach(({ path }, k) => {
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
