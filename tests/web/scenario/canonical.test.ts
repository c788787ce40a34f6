import { expect, test } from 'vitest';
import { canonical } from '../../../web/src/scenario/canonical';
import { withParameter } from '../../../web/src/scenario/edits';
import { startBookmark, startScenario } from '../../../web/src/scenario/start';

test('the start document, to the letter', () => {
  expect(canonical(startScenario)).toBe(
    '{"version":1,"title":"The note\'s network","layers":[{"activation":"relu","weights":[[0.4]]},' +
      '{"activation":"relu","weights":[[0.7]]},{"activation":"sigmoid","weights":[[1.5]]}],' +
      '"examples":[{"inputs":[1.2],"targets":[1]}],"loss":"squared_error",' +
      '"descent":{"rule":"gradient_descent","alpha":0.6}}',
  );
});

test('a bookmark leaves out what is default and keeps what is required', () => {
  expect(canonical(startBookmark)).toBe(`{"version":1,"start":${canonical(startScenario)}}`);
  expect(
    canonical({
      ...startBookmark,
      steps: 12,
      pick: { bias: true, unit: 0, layer: 1 },
      notation: { digits: 4, decimal: '.', cost: 'L', rate: 'α' },
    }),
  ).toBe(
    `{"version":1,"start":${canonical(startScenario)},"steps":12,"pick":{"layer":1,"unit":0,"bias":true},` +
      '"notation":{"cost":"L","digits":4}}',
  );
});

test.each([
  [-0, '-0'],
  [1e21, '1e+21'],
  [1e-7, '1e-7'],
  [0.1 + 0.2, '0.30000000000000004'],
])('%d is written %s', (value, text) => {
  expect(canonical(withParameter(startScenario, { layer: 0, unit: 0, input: 0 }, value))).toContain(`[[${text}]]`);
});
