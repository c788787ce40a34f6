import { describe, expect, test } from 'vitest';
import { withAlpha, withInput } from '../../../web/src/scenario/edits';
import { withFrozen } from '../../../web/src/scenario/editsOfFlags';
import { withActivation } from '../../../web/src/scenario/editsOfShape';
import { firstWeight } from '../../../web/src/scenario/refs';
import { startScenario } from '../../../web/src/scenario/start';
import { endOf, isBackward, isForward, phases, stageAfter, stagesOf } from '../../../web/src/state/phase';
import type { Playground } from '../../../web/src/state/playground';
import { exploding, open, stage, withW1 } from './stage';

const depths = [1, 2, 3, 16];

describe('the stages of a step', () => {
  test.each(depths)('with %d layers pass forward and backward through each of them, in opposite orders', (depth) => {
    const all = stagesOf(depth);
    expect(all).toHaveLength(2 * depth + 2);
    expect([...new Set(all.map(({ phase }) => phase))]).toEqual(phases);
    const layers = (of: string) => all.flatMap((s) => (s.phase === of && 'layer' in s ? [s.layer] : []));
    expect(layers('forward')).toEqual(layers('backward').reverse());
  });

  test.each(depths)('with %d layers follow each other without a gap, on and back', (depth) => {
    const all = stagesOf(depth);
    for (const [k, stage] of all.entries()) {
      expect(stageAfter(stage, depth, 1)).toEqual(all[k + 1]);
      expect(stageAfter(stage, depth, -1)).toEqual(all[k - 1]);
    }
  });

  test.each(depths)('with %d layers only ever add to what is computed', (depth) => {
    const computed = stagesOf(depth).map((stage) =>
      Array.from({ length: depth }, (_, layer) => [isForward(stage, layer), isBackward(stage, layer)]).flat(),
    );
    for (const [k, now] of computed.entries()) {
      for (const [i, is] of now.entries()) expect(is || !computed[k - 1]?.[i]).toBe(true);
    }
    expect(computed.at(-1)).not.toContain(false);
  });

  test('end a phase where all that it computes is computed', () => {
    expect(isForward(endOf('forward', 3), 2)).toBe(true);
    expect(isBackward(endOf('backward', 3), 0)).toBe(true);
    expect(isBackward(endOf('cost', 3), 2)).toBe(false);
  });
});

describe('the phases of a step', () => {
  const place = (p: Playground) => {
    const at = p.stage.value;
    return [at?.phase, at && 'layer' in at ? at.layer : undefined, p.timeline.value.position];
  };
  const wayThrough = (position: number) => [
    ['forward', 0, position],
    ['forward', 1, position],
    ['forward', 2, position],
    ['cost', undefined, position],
    ['backward', 2, position],
    ['backward', 1, position],
    ['backward', 0, position],
    ['update', undefined, position],
  ];

  test('go forward layer by layer, cost, backward layer by layer, update, and then the step is taken', () => {
    const { playground: p } = stage();
    const seen = [];
    for (let k = 0; k < 12; k++) {
      p.nextStage();
      seen.push(place(p));
    }
    expect(seen).toEqual([...wayThrough(0), ...wayThrough(1).slice(0, 4)]);
    p.undo();
    expect(p.timeline.value.position).toBe(0);
    expect(p.canUndo.value).toBe(false);
  });

  test('go back the same way, and stay at the very first', () => {
    const { playground: p } = stage();
    for (let k = 0; k < 12; k++) p.nextStage();
    const seen = [];
    for (let k = 0; k < 13; k++) {
      p.previousStage();
      seen.push(place(p));
    }
    const back = [...wayThrough(0), ...wayThrough(1).slice(0, 3)].reverse();
    expect(seen).toEqual([...back, wayThrough(0)[0], wayThrough(0)[0]]);
  });

  test('entered by name are done with all their layers', () => {
    const { playground: p } = stage();
    p.enterPhase('forward');
    expect(place(p)).toEqual(['forward', 2, 0]);
    p.enterPhase('backward');
    expect(place(p)).toEqual(['backward', 0, 0]);
  });

  test('stay within a network that has fewer layers since', () => {
    const { playground: p } = stage();
    p.edit({ ...startScenario, layers: startScenario.layers.slice(0, 1) });
    p.undo();
    p.enterPhase('forward');
    expect(place(p)).toEqual(['forward', 2, 0]);
    p.leavePhases();
    p.step();
    p.edit({ ...startScenario, layers: startScenario.layers.slice(0, 1) });
    p.seek(0);
    p.enterPhase('forward');
    p.seek(2);
    expect(place(p)).toEqual(['forward', 0, 2]);
    p.nextStage();
    expect(p.phase.value).toBe('cost');
  });

  test('a step leaves them at the beginning of the next, Play leaves them altogether', () => {
    const { playground: p } = stage();
    p.enterPhase('backward');
    p.step();
    expect([p.phase.value, p.timeline.value.position]).toEqual(['forward', 1]);
    p.play();
    expect(p.phase.value).toBeUndefined();
  });

  test.each([0, 3])(
    'an edit after %d steps stays in its phase, where no weight moves with it; undone as well',
    (steps) => {
      const { playground: p } = stage();
      if (steps > 0) p.step(steps);
      const s = p.scenario.value;
      for (const next of [withInput(s, 0, 0, 2), withAlpha(s, 0.1), withFrozen(s, firstWeight, true)]) {
        p.enterPhase('backward');
        p.edit(next);
        expect([p.phase.value, p.scenario.value]).toEqual(['backward', next]);
        p.undo();
        expect([p.phase.value, p.scenario.value]).toEqual(['backward', s]);
      }
      p.leavePhases();
      expect(p.phase.value).toBeUndefined();
    },
  );

  test('end where a weight moves before the update, or the network changes: by an edit, undo or redo', () => {
    const { playground: p } = stage();
    const s = startScenario;
    for (const next of [withW1(s, 1), { ...s, layers: s.layers.slice(1) }, withActivation(s, 0, 'tanh')]) {
      for (const at of ['forward', 'cost', 'backward', 'update'] as const) {
        const expected = at === 'update' ? at : undefined;
        for (const move of [() => p.edit(next), p.undo, p.redo, p.undo]) {
          p.enterPhase(at);
          move();
          expect(p.phase.value).toBe(expected);
        }
      }
    }
    p.step();
    p.enterPhase('backward');
    p.undo();
    expect([p.phase.value, p.timeline.value.step]).toEqual([undefined, 0]);
  });

  test('a step that cannot be taken stays in update', () => {
    const { playground: p } = stage(open(exploding, { steps: 50 }));
    p.enterPhase('update');
    p.nextStage();
    expect(p.phase.value).toBe('update');
    expect(p.notice.value).toMatchObject({ kind: 'diverged' });
  });

  test('everything shown has no phase before it', () => {
    const { playground: p } = stage();
    p.step();
    p.previousStage();
    expect([p.phase.value, p.timeline.value.position]).toEqual([undefined, 1]);
  });
});
