import { describe, expect, test } from 'vitest';
import { endOf, isBackward, isForward, phases, stageAfter, stagesOf } from '../../../web/src/state/phase';

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
