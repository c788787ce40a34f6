import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadEngine } from '../../../../web/src/engine';
import { withAlpha, withInput, withParameter } from '../../../../web/src/scenario/edits';
import { parameterAt, parameters } from '../../../../web/src/scenario/refs';
import { sameLandscape } from '../../../../web/src/view/landscape/same';
import { scenarios } from '../../../bindings/networks';

const engine = await loadEngine();

test('two documents have the same landscape exactly when they differ only where its axes lie', () => {
  fc.assert(
    fc.property(scenarios, fc.nat(), fc.nat(), (s, i, k) => {
      const all = parameters(s);
      const axis = all[i % all.length];
      const other = all[k % all.length];
      fc.pre(axis !== undefined && other !== undefined);
      const moved = withParameter(s, other, parameterAt(s, other) + 0.5);
      expect(sameLandscape(s, moved, [axis])).toBe(axis === other);
      expect(sameLandscape(s, structuredClone(s), [axis])).toBe(true);
      expect(sameLandscape(s, withAlpha(s, 3), [axis])).toBe(true);
      expect(sameLandscape(s, withInput(s, 0, 0, 9), [axis])).toBe(false);
      const options = { axes: [axis], ranges: [[-1, 1]], resolution: 5 } as const;
      if (axis === other) expect(engine.landscape(moved, options)).toEqual(engine.landscape(s, options));
    }),
  );
});
