import { expect, test } from 'vitest';
import { neighbours } from '../../../web/src/scenario/neighbours';
import { presets } from '../../../web/src/scenario/presets';
import { hasRef, parameters, sameRef } from '../../../web/src/scenario/refs';
import type { Ref, Scenario } from '../../../web/src/scenario/types';

test('neighbours are other parameters of the same network', () => {
  for (const s of Object.values(presets) as Scenario[]) {
    const units: Ref[] = s.layers.flatMap(({ weights }, layer) => weights.map((_, unit) => ({ layer, unit })));
    for (const ref of [...parameters(s), ...units]) {
      for (const other of neighbours(s, ref)) {
        expect(hasRef(s, other)).toBe(true);
        expect(sameRef(other, ref)).toBe(false);
      }
    }
  }
});

test('the nearest is the weight that leads on', () => {
  expect(neighbours(presets.note, { layer: 0, unit: 0, input: 0 })[0]).toEqual({ layer: 1, unit: 0, input: 0 });
});
