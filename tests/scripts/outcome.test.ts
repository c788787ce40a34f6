import { expect, test } from 'vitest';
import { outcome } from '../../scripts/outcome.mjs';

const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

test('what passed only at its second attempt counts as passed and is named by where it stands', () => {
  const nudge = spec('a nudge is followed hop by hop', 'flaky');
  const phone = { title: 'at 360 px', specs: [nudge, spec('it can be left', 'expected')] };
  const suites = [
    { title: 'nudge.spec.ts', specs: [spec('it starts', 'flaky')], suites: [phone] },
    { title: 'chain.spec.ts', specs: [spec('a factor is explained', 'unexpected')] },
  ];
  expect(outcome({ suites, stats: { expected: 1, unexpected: 1, flaky: 2 } })).toEqual({
    passed: 3,
    failed: 1,
    second: ['nudge.spec.ts › it starts', 'nudge.spec.ts › at 360 px › a nudge is followed hop by hop'],
  });
});
