/**
 * The page's state, without the page: what is on screen, what can be derived from it, and what a reader can do. The run and
 * a handful of choices are held; every other value is computed from them when somebody reads it.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Derivation, Descended, Evaluation, Gradient, Nudge } from '../../../bindings/backprop';
import type { FirstEngine } from '../engine/engine';
import { hasRef } from '../scenario/refs';
import type { Bookmark, Notation, Ref, Scenario, WrittenScenario } from '../scenario/types';
import { activationAlone } from './activationAlone';
import type { Ahead } from './ahead';
import type { Compared } from './comparison';
import { derivedFrom } from './derived';
import { divergence, opened } from './descent';
import { createEditing } from './editing';
import { exampleAlone } from './exampleAlone';
import { createHeld } from './held';
import { type History, noHistory } from './history';
import { createListing } from './listing';
import type { Notice } from './notice';
import { endOf, fittingStage, type Phase, type Stage } from './phase';
import type { Goal, Schedule } from './player';
import { remembering } from './remembering';
import { createReplay, type Reached } from './replay';
import { currentSegment, positionOf, type Run, type Segment, withPosition } from './run';
import { fitting, shownOf } from './shown';
import type { Timeline } from './timeline';
import { createTraining } from './training';
import { createTurns, type Later, type Turn } from './turns';

export interface Playground {
  // What is.
  readonly run: ReadonlySignal<Run>;
  /** The network on screen, with its examples and its way down. */
  readonly scenario: ReadonlySignal<Scenario>;
  /** The same as far as it is drawn: of a large network the views follow a step one after the other. */
  readonly drawn: Readonly<Record<Turn, ReadonlySignal<Scenario>>>;
  /** The shown example, forward and backward. */
  readonly evaluation: ReadonlySignal<Evaluation>;
  /** The same, as far as the units' curves follow it. */
  readonly points: ReadonlySignal<Evaluation>;
  /** ∂C/∂pick of the shown example, factor by factor. */
  readonly derivation: ReadonlySignal<Derivation>;
  /** Mean over all examples, as in `gradient`, which takes longer; undefined where batches spare so many of them. */
  readonly meanCost: ReadonlySignal<number | undefined>;
  /** Mean over all examples. */
  readonly gradient: ReadonlySignal<Gradient>;
  /** One step on from here, not taken: what the Update phase shows. */
  readonly stepped: ReadonlySignal<Descended>;
  /** What happens when the pick is moved by `nudgeSize`. */
  readonly nudged: ReadonlySignal<Nudge>;
  readonly timeline: ReadonlySignal<Timeline>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  readonly pick: ReadonlySignal<Ref>;
  /** Index of the shown example. */
  readonly example: ReadonlySignal<number>;
  readonly notation: ReadonlySignal<Notation>;
  /** How far the step that the reader walks through is computed; undefined = everything is shown. */
  readonly stage: ReadonlySignal<Stage | undefined>;
  readonly phase: ReadonlySignal<Phase | undefined>;
  /** Added to the pick by the nudge; 0.1, 0.01 or 0.001, negative allowed. */
  readonly nudgeSize: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  /** Steps per second while playing. */
  readonly speed: ReadonlySignal<number>;
  /** How far a run of so many steps has come. */
  readonly goal: ReadonlySignal<Goal | undefined>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** What undo goes back to. */
  readonly history: ReadonlySignal<History>;
  /** The costs of the run that the present one is held against, and where on the timeline they begin. */
  readonly compared: ReadonlySignal<Compared | undefined>;

  // What can be done.
  /**
   * Puts `next` on screen. Edits with the same `gesture` (a drag) are one undo entry and one segment. A document the engine
   * refuses changes nothing but the notice.
   */
  edit(next: Scenario, gesture?: unknown): void;
  /**
   * Takes `count` descent steps (a whole number, default 1; anything else does nothing), the first of them to what `stepped` shows. Steps that are known are walked
   * again; at the end of a segment that an edit follows, the edit's future makes room and is one undo away.
   */
  step(count?: number): void;
  /** One step earlier on the timeline. */
  back(): void;
  /** On and on at the present speed; or so many steps, as fast as the page can bear, until they are taken or it is paused. */
  play(steps?: number): void;
  pause(): void;
  setSpeed(stepsPerSecond: number): void;
  /** Lays an earlier run under the present one; undefined takes it away. */
  compare(earlier: Segment | undefined): void;
  /** Mean cost before any step of a segment, after the first, … */
  costsOf(segment: Segment): Float64Array;
  /** To the start of the segment. */
  reset(): void;
  /** To an index of the timeline; clamped to it. No undo entry. */
  seek(position: number): void;
  undo(): void;
  redo(): void;
  choose(ref: Ref): void;
  showExample(index: number): void;
  setNudge(delta: number): void;
  setNotation(notation: Notation): void;
  /** forward, layer by layer → cost → backward, layer by layer → update → one step on, forward. */
  nextStage(): void;
  previousStage(): void;
  /** To where the phase has computed all that it computes. */
  enterPhase(phase: Phase): void;
  leavePhases(): void;
  /**
   * The chain rule from any parameter or activation of the shown example, with so many of its strongest paths; in another
   * network than the one on screen, if told. What a step makes of it is left out: that takes all examples.
   */
  derive(ref: Ref, paths?: number, of?: Scenario): Derivation;
  /** What would happen if another parameter of the shown example were moved by `delta`. */
  nudge(ref: Ref, delta: number): Nudge;
  /** The network at an index of the timeline, clamped to it. */
  at(position: number): Scenario;
  /** Activation of a unit at each of `zs`; same length. */
  activationCurve(layer: number, unit: number, zs: Float64Array): Float64Array;
  /** Opens a document; what was on screen stays one undo away. `notes` are what `parse` remarked on it. */
  open(bookmark: Bookmark<WrittenScenario>, notes?: readonly string[]): void;
  /** What is on screen is where the visit begins: there is nothing before it to go back to. */
  beginHere(): void;
  /**
   * What is on screen, to return to exactly; names the data set that the examples are of, where nobody has edited them.
   * `rebased`: the network on screen as a start of its own, where the steps that led to it would take too long.
   */
  bookmark(rebased?: boolean): Bookmark<WrittenScenario>;
  /** Takes steps from a listed start ahead of `open`, which then need not; returns how many are known. */
  walkAhead(start: Scenario, step: number): Reached;
  /** A document with the examples of its data set, for `edit`; `bookmark` knows them again. */
  listed(s: WrittenScenario): Scenario;
  dismissNotice(): void;
  /** Tells the reader something that no action of this playground comes upon. */
  tell(notice: Notice): void;
}

interface PlaygroundOptions {
  /** The page's requestAnimationFrame; a timer unless told. */
  readonly schedule?: Schedule;
  /** A timer unless told. */
  readonly later?: Later;
  /** What takes a step in parts that is too much work for a frame; unless told it is taken at once. */
  readonly ahead?: () => Promise<Ahead>;
  /** Milliseconds, to measure how long steps take; performance.now unless told. */
  readonly clock?: () => number;
}

const timer: Schedule = (tick) => {
  const id = setTimeout(() => tick(performance.now()), 16);
  return () => clearTimeout(id);
};

/** Opens `bookmark`. Throws the engine's ScenarioError when the engine refuses its network. */
export function createPlayground(
  asked: FirstEngine,
  bookmark: Bookmark<WrittenScenario>,
  {
    schedule = timer,
    later = (then) => setTimeout(then),
    ahead = () => Promise.reject(),
    clock = () => performance.now(),
  }: PlaygroundOptions = {},
): Playground {
  const engine = remembering(asked);
  const replay = createReplay(engine);
  const listing = createListing(engine);
  const start = listing.listed(bookmark.start);
  engine.evaluate(start, fitting(shownOf(bookmark), start).example);
  const walk = opened(replay, start, bookmark.steps);
  const held = createHeld(walk.run, fitting(shownOf(bookmark), start));
  const { run, shown, nudgeSize, notice } = held;
  notice.value = divergence(walk);

  const depth = () => currentSegment(run.value).start.layers.length;
  const stage = computed(() => held.stage.value && fittingStage(held.stage.value, depth()));
  const turns = createTurns(run, later);
  const derived = derivedFrom(engine, replay, held, turns);
  const editing = createEditing(engine, replay, listing, held);
  const training = createTraining(replay, held, schedule, clock, turns.agree, ahead);

  /** For what is an action of its own: Play stops, and a drag that was going on is over. */
  const alone =
    <A extends unknown[]>(action: (...args: A) => void) =>
    (...args: A) => {
      training.pause();
      held.gesture = undefined;
      action(...args);
    };

  return {
    ...derived,
    run,
    history: held.history,
    stage,
    phase: computed(() => stage.value?.phase),
    nudgeSize,
    notice,
    playing: training.playing,
    speed: training.speed,

    edit: (next, gesture) => {
      if (next !== derived.scenario.peek() && editing.edit(next, gesture)) training.keepEntry();
    },
    open: alone(editing.open),
    undo: alone(editing.undo),
    redo: alone(editing.redo),

    step: alone(training.step),
    back: alone(() => training.seek(positionOf(run.peek()) - 1)),
    reset: alone(training.reset),
    seek: alone(training.seek),
    goal: training.goal,
    play: training.play,
    pause: training.pause,
    setSpeed: training.setSpeed,

    nextStage: alone(training.nextStage),
    previousStage: alone(training.previousStage),
    enterPhase: alone((to) => {
      held.stage.value = endOf(to, depth());
    }),
    leavePhases: () => {
      held.stage.value = undefined;
    },

    choose: (pick) => {
      if (hasRef(derived.scenario.peek(), pick)) shown.value = { ...shown.peek(), pick };
    },
    showExample: (index) => {
      const example = Math.max(0, Math.round(index));
      shown.value = fitting({ ...shown.peek(), example }, derived.scenario.peek());
    },
    costsOf: ({ start, steps }) => replay.costs(start, steps),
    compare: (earlier) => {
      held.compared.value = earlier;
    },
    setNotation: (notation) => {
      shown.value = { ...shown.peek(), notation };
    },
    setNudge: (delta) => {
      if (Number.isFinite(delta)) nudgeSize.value = delta;
    },
    dismissNotice: () => {
      notice.value = undefined;
    },
    tell: (next) => {
      notice.value = next;
    },

    derive: (ref, paths = 0, of = derived.drawn.derivation.value) => {
      const alone = exampleAlone(of, shown.value.example);
      const example = alone === of ? shown.value.example : 0;
      const { update: _, ...derivation } = engine.derive(alone, ref, { example, paths });
      return derivation;
    },
    nudge: (ref, delta) => engine.nudge(derived.drawn.nudged.value, ref, delta, shown.value.example),
    at: (position) => {
      const there = withPosition(run.peek(), position);
      return replay.at(currentSegment(there).start, there.cursor.step);
    },
    activationCurve: (layer, unit, zs) => {
      const z = derived.evaluation.value.layers[layer]?.z ?? new Float64Array();
      const alone = activationAlone(derived.scenario.value, layer, unit, z);
      const units = alone.layers[0]?.weights.length ?? 1;
      const own = units > 1 ? unit : 0;
      return engine.predict(alone, zs).filter((_, i) => i % units === own);
    },
    beginHere: () => {
      held.history.value = noHistory;
    },
    bookmark: (rebased) => ({
      version: 1,
      start: listing.named(rebased ? derived.scenario.peek() : currentSegment(run.peek()).start),
      steps: rebased ? 0 : run.peek().cursor.step,
      ...shown.peek(),
    }),
    walkAhead: replay.reach,
    listed: listing.listed,
  };
}
