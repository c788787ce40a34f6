/**
 * The network after any number of steps from a start, without taking all of them again. Descent is exact and repeatable,
 * so a sparse set of snapshots is only a shortcut; it lives beside the run and goes when its start is forgotten.
 */
import type { Descended, NonFinite } from '../../../bindings/backprop';
import type { FirstEngine } from '../engine/engine';
import { remembers } from '../scenario/names';
import { parameterCount } from '../scenario/shape';
import type { Scenario } from '../scenario/types';

export interface Replay {
  /** Takes steps until `step` of them are known. Returns how many are: fewer where training leaves the finite numbers. */
  reach(start: Scenario, step: number): Reached;
  /** What the step that leads to `step` is still to be taken from; undefined where it is known, or that it leads nowhere. */
  frontier(start: Scenario, step: number): Scenario | undefined;
  /** What somebody else found out about the step from there. */
  learn(start: Scenario, descended: Descended<Scenario>): void;
  /** The network after `step` steps, or the last finite one. */
  at(start: Scenario, step: number): Scenario;
  /** (step + 1) mean costs: before any step, after the first, … A view that stays as it is. */
  costs(start: Scenario, step: number): Float64Array;
}

export interface Reached {
  readonly step: number;
  /** What the step after it would have made infinite or not a number. */
  readonly diverged?: NonFinite;
}

interface Snapshot {
  readonly step: number;
  readonly scenario: Scenario;
}

/** What is known about the steps from one start. */
interface Track {
  /** Ascending; the first is the start, the last is as far as anybody went. */
  snapshots: Snapshot[];
  /** (at least known + 1), filled up to the last snapshot's step; empty until somebody asks or a step is taken. */
  costs: Float64Array;
  diverged?: NonFinite;
}

/** Half of the snapshots go when there are more, or when they hold more numbers than this. */
const mostSnapshots = 512;
const mostNumbers = 1_000_000;
const fewestSnapshots = 32;

const roomFor = (s: Scenario): number =>
  Math.max(fewestSnapshots, Math.min(mostSnapshots, Math.floor(mostNumbers / numbersIn(s))));

/** What a step changes, and so each snapshot has of its own: the parameters, and what the rule remembers of them. */
const numbersIn = (s: Scenario): number => parameterCount(s) * (1 + remembers[s.descent.rule].length);

/** Steps between snapshots in a long walk: short enough to walk again in no time, long enough to leave few behind. */
const stride = (steps: number): number => Math.max(64, Math.ceil(steps / 128));

export function createReplay(engine: Pick<FirstEngine, 'descend'>): Replay {
  const tracks = new WeakMap<Scenario, Track>();

  const trackOf = (start: Scenario): Track => {
    const known = tracks.get(start);
    if (known) return known;
    const track = { snapshots: [{ step: 0, scenario: start }], costs: new Float64Array(0) };
    tracks.set(start, track);
    return track;
  };

  /** Walks on from the last snapshot and leaves one where it ends. */
  const extend = (track: Track, { scenario, costs, diverged }: Descended<Scenario>): void => {
    const from = last(track);
    track.costs = joined(track.costs, from.step, costs);
    if (costs.length > 1) {
      track.snapshots.push({ step: from.step + costs.length - 1, scenario: descended(from.scenario, scenario) });
    }
    const room = roomFor(from.scenario);
    if (track.snapshots.length > room) track.snapshots = thinned(track.snapshots, room);
    if (diverged) track.diverged = diverged;
  };

  const reach = (start: Scenario, step: number): Reached => {
    const track = trackOf(start);
    const pace = stride(step - last(track).step);
    while (last(track).step < step && !track.diverged) {
      const from = last(track);
      extend(track, engine.descend(from.scenario, Math.min(pace, step - from.step)));
    }
    const known = last(track).step;
    return known < step && track.diverged ? { step: known, diverged: track.diverged } : { step };
  };

  return {
    reach,
    frontier: (start, step) => {
      const track = trackOf(start);
      return last(track).step < step && !track.diverged ? last(track).scenario : undefined;
    },
    learn: (start, descended) => extend(trackOf(start), descended),
    at: (start, step) => {
      const reached = reach(start, step).step;
      const near = trackOf(start).snapshots.findLast((snapshot) => snapshot.step <= reached);
      if (near === undefined) throw new RangeError(`there is no step ${step}`);
      if (near.step === reached) return near.scenario;
      return descended(start, engine.descend(near.scenario, reached - near.step).scenario);
    },
    costs: (start, step) => {
      const reached = reach(start, step).step;
      const track = trackOf(start);
      if (track.costs.length === 0) track.costs = engine.descend(start, 0).costs;
      return track.costs.subarray(0, reached + 1);
    },
  };
}

const last = ({ snapshots }: Track): Snapshot => snapshots[snapshots.length - 1] as Snapshot;

/** What a step changes from `after`, everything else shared with `before`: thousands of examples are kept once. */
const descended = (before: Scenario, after: Scenario): Scenario => ({
  ...before,
  layers: after.layers,
  descent: after.descent,
});

/** `costs` with `more` from index `at` on, in room that doubles when it runs out. What was handed out stays as it is. */
function joined(costs: Float64Array, at: number, more: Float64Array): Float64Array {
  const needed = at + more.length;
  const room = needed <= costs.length ? costs : new Float64Array(Math.max(needed, 2 * costs.length));
  if (room !== costs) room.set(costs);
  room.set(more, at);
  return room;
}

/** About half of the snapshots, as evenly spread as they allow; the first and the last among them. */
function thinned(snapshots: readonly Snapshot[], room: number): Snapshot[] {
  const end = snapshots[snapshots.length - 1]?.step ?? 0;
  const gap = end / (room / 2);
  let kept = Number.NEGATIVE_INFINITY;
  return snapshots.filter(({ step }) => {
    const keep = step - kept >= gap || step === end;
    if (keep) kept = step;
    return keep;
  });
}
