import { expect, test } from 'vitest';
import { presets } from '../../../../web/src/scenario/presets';
import { firstWeight } from '../../../../web/src/scenario/refs';
import { startScenario } from '../../../../web/src/scenario/start';
import { parameterFor } from '../../../../web/src/view/closer/parameterFor';

test('the parameter looked at is the chosen one, one of the chosen unit, or the first of a network without either', () => {
  const second = { layer: 1, unit: 0, input: 0 };
  expect(parameterFor(startScenario, second)).toEqual(second);
  expect(parameterFor(startScenario, { layer: 1, unit: 0 })).toEqual(second);
  expect(parameterFor(presets.shallow, second)).toEqual(firstWeight);
  expect(parameterFor(presets.shallow, { layer: 1, unit: 0 })).toEqual(firstWeight);
});
