// Whatever a reader does, in whatever order: what must be true after each action.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withAlpha, withParameter } from '../../../web/src/scenario/edits';
import { parameters } from '../../../web/src/scenario/refs';
import { startBookmark, startScenario } from '../../../web/src/scenario/start';
import type { Playground } from '../../../web/src/state/playground';
import { engine, exploding, stage, wide } from './stage';

interface Action {
  readonly name: string;
  readonly run: (p: Playground, pass: (milliseconds: number) => void) => void;
}

const action = <T>(
  name: string,
  values: fc.Arbitrary<T>,
  run: (p: Playground, value: T) => void,
): fc.Arbitrary<Action> =>
  values.map((value) => ({ name: `${name} ${JSON.stringify(value)}`, run: (p) => run(p, value) }));

const value = fc.double({ min: -2, max: 2, noNaN: true });

const actions: fc.Arbitrary<Action> = fc.oneof(
  action('edit', fc.tuple(fc.nat(), value), (p, [n, x]) => {
    const refs = parameters(p.scenario.value);
    const ref = refs[n % refs.length];
    if (ref) p.edit(withParameter(p.scenario.value, ref, x));
  }),
  action('drag alpha', fc.tuple(fc.constantFrom(1, 2), value), (p, [gesture, x]) => {
    p.edit(withAlpha(p.scenario.value, x), gesture); // refused where negative
  }),
  action('step', fc.integer({ min: 1, max: 100 }), (p, count) => p.step(count)),
  action('seek', fc.nat(300), (p, position) => p.seek(position)),
  action('back', fc.constant(null), (p) => p.back()),
  action('reset', fc.constant(null), (p) => p.reset()),
  action('undo', fc.constant(null), (p) => p.undo()),
  action('redo', fc.constant(null), (p) => p.redo()),
  action('next phase', fc.constant(null), (p) => p.nextStage()),
  action('previous phase', fc.constant(null), (p) => p.previousStage()),
  action('choose', fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2)), (p, [layer, unit, input]) =>
    p.choose({ layer, unit, input }),
  ),
  action('show example', fc.nat(4), (p, index) => p.showExample(index)),
  action('open', fc.constantFrom(startScenario, wide, exploding), (p, start) =>
    p.open({ ...startBookmark, start, steps: 5 }),
  ),
  fc.integer({ min: 1, max: 20 }).map((frames) => ({
    name: `play ${frames} frames`,
    run: (p: Playground, pass: (milliseconds: number) => void) => {
      p.setSpeed(500);
      p.play();
      pass(frames * 20);
    },
  })),
);

function holds(p: Playground): void {
  const { segments, cursor } = p.run.value;
  const segment = segments[cursor.segment];
  if (!segment) throw new Error('the cursor stands outside the run');
  expect(cursor.step).toBeLessThanOrEqual(segment.steps);

  const s = p.scenario.value;
  expect(s).toStrictEqual(engine.descend(segment.start, cursor.step).scenario);
  expect(p.evaluation.value).toStrictEqual(engine.evaluate(s, p.example.value));
  expect(p.derivation.value.factors.length).toBeGreaterThan(0);

  const { costs, position, boundaries, step } = p.timeline.value;
  expect(costs).toHaveLength(segments.reduce((sum, { steps }) => sum + steps + 1, 0));
  expect(costs[position]).toBe(engine.gradient(s).cost);
  expect(position).toBe((boundaries[cursor.segment] ?? Number.NaN) + step);
}

test('the screen shows what the run says, and every number of it is the engine’s', () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 30 }), (sequence) => {
      const { playground: p, pass } = stage();
      for (const { run } of sequence) {
        run(p, pass);
        holds(p);
      }
    }),
    { numRuns: 150 },
  );
});

test('undoing everything returns to the beginning, redoing everything to the end', () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 30 }), (sequence) => {
      const { playground: p, pass } = stage();
      for (const { run } of sequence) run(p, pass);
      p.pause();
      while (p.canRedo.value) p.redo();
      const end = p.scenario.value;
      while (p.canUndo.value) p.undo();
      // Looking around is no undo entry, so the step on screen may be another one of the first segment.
      expect(p.run.value.segments[0]?.start).toBe(startScenario);
      while (p.canRedo.value) p.redo();
      expect(p.scenario.value).toStrictEqual(end);
    }),
    { numRuns: 100 },
  );
});

test('an undo and a redo are as if nothing had been', () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 20 }), (sequence) => {
      const { playground: p, pass } = stage();
      for (const { run } of sequence) run(p, pass);
      if (!p.canUndo.value) return;
      p.pause();
      const [run, bookmark] = [p.run.value, p.bookmark()];
      p.undo();
      p.redo();
      expect(p.run.value).toBe(run);
      expect(p.bookmark()).toStrictEqual(bookmark);
    }),
    { numRuns: 100 },
  );
});

test('a bookmark taken at any moment opens at what was on screen', () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 20 }), (sequence) => {
      const { playground: p, pass } = stage();
      for (const { run } of sequence) run(p, pass);
      const { playground: q } = stage(p.bookmark());
      expect(q.scenario.value).toStrictEqual(p.scenario.value);
      expect(q.derivation.value).toStrictEqual(p.derivation.value);
      expect(q.bookmark()).toStrictEqual(p.bookmark());
    }),
    { numRuns: 100 },
  );
});
