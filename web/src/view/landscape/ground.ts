/**
 * The costs that are drawn: as many points as fit into a frame while numbers change, and, once they rest, as many as the
 * eye can use, computed in slices between frames.
 */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { type Ground, growing, type Part } from './growing';
import { high, low, type Range } from './range';
import { sameLandscape } from './same';

interface View {
  readonly scenario: Scenario;
  readonly axes: readonly ParameterRef[];
  readonly ranges: readonly Range[];
}

/** Milliseconds that the points of one frame may take, and those of one slice of the finer picture. */
const frameBudget = 1.5;
const sliceBudget = 20;
/** Milliseconds for the whole of the finer picture: a large network gets fewer points. */
const fineBudget = 1500;
/** After so many milliseconds without a change the numbers are at rest. */
const rest = 150;

/** Points along an axis, by the number of axes: fewer would mislead, more would not be seen. */
const fewest = [0, 25, 8] as const;
const mostMoving = [0, 61, 17] as const;
const mostResting = [0, 321, 65] as const;

/** Milliseconds that a point takes for each parameter and example, before any has been measured. */
const firstPace = 3e-6;
/** A picture of points that take longer than this is not begun. */
const slowestPoint = 40;
/** A coarse picture in every frame is better than none, as long as it does not take longer. */
const coarseBudget = 10;
/** The first picture, however coarse, may take so long; else it grows block by block. */
const firstBudget = 30;

/** Milliseconds that one point has taken lately, in documents of about this size. */
let pace = 0.01;
let size = 0;

/** Parameters times examples: what the time of a point grows with. */
const sizeOf = ({ layers, examples }: Scenario): number =>
  examples.length * layers.reduce((sum, { weights }) => weights.reduce((all, row) => all + 1 + row.length, sum), 0);

function learnSize(scenario: Scenario): void {
  const now = sizeOf(scenario);
  if (now < 2 * size && size < 2 * now) return;
  size = now;
  pace = Math.max(0.005, now * firstPace);
}

/** `old`: the picture is that of the numbers before, since a new one takes longer than a frame. */
export function useGround(engine: Engine, view: View): { ground: Ground | undefined; old: boolean; tooLarge: boolean } {
  learnSize(view.scenario);
  const tooLarge = pace > slowestPoint;
  const drawn = useRef<{ view: View; ground: Ground } | undefined>(undefined);
  const finer = useSignal(0);
  // Read so that a finer picture is drawn when it is there.
  void finer.value;

  const known = drawn.current && sameView(drawn.current.view, view);
  const axes = view.axes.length;
  const resolution = pointsWithin(frameBudget, axes, mostMoving);
  const enough = least(fewest, axes);
  if (!known && (resolution >= enough || pace * enough ** axes < (drawn.current ? coarseBudget : firstBudget))) {
    drawn.current = { view, ground: sampled(engine, view, Math.max(resolution, enough)) };
  }
  const shown = drawn.current;
  const old = shown === undefined || shown.ground.partial === true || !sameView(shown.view, view);
  const key = useRef(view);
  if (!sameView(key.current, view)) key.current = shown && !old ? shown.view : view;
  const wanted = key.current;

  useEffect(() => {
    if (tooLarge) return;
    let timer: ReturnType<typeof setTimeout>;
    const refine = () => {
      // Not in the middle of a drag that merely pauses, unless it has no picture of its own.
      if (isPressed() && drawn.current?.view === wanted) {
        timer = setTimeout(refine, rest);
        return;
      }
      const slices = refined(engine, wanted);
      const show = (ground: Ground) => {
        drawn.current = { view: wanted, ground };
        finer.value++;
      };
      const next = () => {
        const { done, value } = slices.next();
        if (done || bare) show(value);
        if (!done) timer = setTimeout(next);
      };
      next();
    };
    // Where there is no picture at all, what is there of the new one is shown while it grows.
    const bare = !drawn.current || !sameAxes(drawn.current.view, wanted);
    timer = setTimeout(refine, bare ? 0 : rest);
    return () => clearTimeout(timer);
  }, [engine, wanted, finer, tooLarge]);

  return { ground: shown && sameAxes(shown.view, view) ? shown.ground : undefined, old, tooLarge };
}

/** Whether a pointer holds something down. */
const isPressed = (): boolean => document.querySelector(':active') !== null;

const least = (table: readonly number[], axes: number): number => table[axes] ?? 2;

const sameAxes = (a: View, b: View): boolean =>
  a.axes.length === b.axes.length && JSON.stringify(a.axes) === JSON.stringify(b.axes);

const sameView = (a: View, b: View): boolean =>
  a.ranges.length === b.ranges.length &&
  a.ranges.every((r, i) => r.center === b.ranges[i]?.center && r.half === b.ranges[i]?.half) &&
  sameAxes(a, b) &&
  sameLandscape(a.scenario, b.scenario, a.axes);

/** How many points along each axis take `budget` milliseconds together. */
const pointsWithin = (budget: number, axes: number, most: readonly number[]): number =>
  Math.min(least(most, axes), Math.floor((budget / pace) ** (1 / axes)));

function sampled(engine: Engine, { scenario, axes, ranges }: View, resolution: number): Ground {
  return { costs: measured(engine, scenario, axes, ranges.map(ends), resolution), resolution };
}

const ends = (range: Range): Part => [low(range), high(range)];

/** One call of the engine, and what a point in it took. */
function measured(
  engine: Engine,
  scenario: Scenario,
  axes: readonly ParameterRef[],
  ranges: readonly Part[],
  resolution: number,
): Float64Array {
  const start = performance.now();
  const [first, second] = axes;
  if (!first) return new Float64Array();
  const { costs } = engine.landscape(scenario, { axes: second ? [first, second] : [first], ranges, resolution });
  // A machine that was busy elsewhere says nothing of the network: what is slower is believed only little by little.
  pace = Math.min(1.1 * pace, Math.max(1e-4, (performance.now() - start) / costs.length));
  return costs;
}

/** The finer picture: as many points as its time allows, block by block. */
function refined(engine: Engine, { scenario, axes, ranges }: View): Generator<Ground, Ground> {
  const points = Math.max(least(fewest, axes.length), pointsWithin(fineBudget, axes.length, mostResting));
  const perBlock = Math.max(1, pointsWithin(sliceBudget, axes.length, mostResting) - 1);
  const block = (parts: readonly Part[], resolution: number) => measured(engine, scenario, axes, parts, resolution);
  return growing(block, ranges.map(ends), points, perBlock);
}
