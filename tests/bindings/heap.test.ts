// Whether anything is left behind by a call: on the C++ heap, or among the JavaScript values that C++ holds.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import createBackprop from '#backprop';
import { startScenario } from '../../web/src/scenario/start';
import type { Scenario } from '../../web/src/scenario/types';

/** What Emscripten's module has beside our functions. */
interface Memory {
  _malloc(bytes: number): number;
  _free(address: number): void;
  count_emval_handles(): number;
}

const calls = 50_000;

test('50,000 evaluate and 50,000 descend calls, a tenth of them refused, leave the heap where it was', async () => {
  const wasmBinary = readFileSync(new URL('../../build/wasm/backprop.wasm', import.meta.url));
  const core = await createBackprop({ wasmBinary });
  const memory = core as typeof core & Memory;
  const wrong: Scenario = { ...startScenario, examples: [{ inputs: [1, 2], targets: [] }] };

  /** Where a block lies that is too large for any gap but the end of the heap. */
  const endOfHeap = () => {
    const address = memory._malloc(1_000_000);
    memory._free(address);
    return address;
  };
  const call = (n: number) => {
    core.evaluate(n % 10 === 0 ? wrong : startScenario, 0);
    core.descend(n % 10 === 0 ? wrong : startScenario, 1);
  };
  for (let n = 0; n < 100; n++) call(n);
  const before = { end: endOfHeap(), handles: memory.count_emval_handles() };
  expect(before.end).toBeGreaterThan(0);
  for (let n = 0; n < calls; n++) call(n);
  expect({ end: endOfHeap(), handles: memory.count_emval_handles() }).toEqual(before);
}, 300_000); // seconds on a machine of its own
