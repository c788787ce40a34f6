// A long run of a network of 200 parameters: what it keeps, and how long any step of it takes to bring back.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { parameterCount } from '../../../web/src/scenario/shape';
import { startNotation } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { createPlayground } from '../../../web/src/state/playground';
import { engine } from './stage';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes in use: objects, and the numbers of typed arrays. */
function inUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const widths = [9, 9, 6, 1];
const twoHundred: Scenario = {
  version: 1,
  layers: widths.map((width, k) => ({
    activation: k === widths.length - 1 ? 'sigmoid' : 'tanh',
    weights: Array.from({ length: width }, (_, j) =>
      Array.from({ length: widths[k - 1] ?? 2 }, (_, i) => Math.sin(1 + 3 * k + 5 * j + 7 * i)),
    ),
    biases: Array.from({ length: width }, () => 0),
  })),
  examples: [
    { inputs: [0, 1], targets: [1] },
    { inputs: [1, 0], targets: [1] },
    { inputs: [1, 1], targets: [0] },
    { inputs: [0, 0], targets: [0] },
  ],
  loss: 'squared_error',
  descent: { rule: 'adam', alpha: 0.001 },
};

const steps = 100_000;
const megabyte = 1024 * 1024;
/** Milliseconds of a frame; the median of many looks, since the machine may do other work as well. */
const frame = 1000 / 60;

test('100,000 steps of 200 parameters stay within 64 MB and can be scrubbed within a frame', () => {
  expect(parameterCount(twoHundred)).toBeGreaterThanOrEqual(180);
  expect(parameterCount(twoHundred)).toBeLessThanOrEqual(200);
  const p = createPlayground(engine, {
    version: 1,
    start: twoHundred,
    steps: 0,
    example: 0,
    pick: { layer: 0, unit: 0, input: 0 },
    notation: startNotation,
  });
  const before = inUse();
  for (let taken = 0; taken < steps; taken += 500) p.step(500);
  expect(p.timeline.value.costs).toHaveLength(steps + 1);
  const kept = (inUse() - before) / megabyte;

  const times: number[] = [];
  for (let k = 0; k < 300; k++) {
    const started = performance.now();
    p.seek((k * 7919 * 31) % steps);
    p.evaluation.value.loss;
    p.timeline.value.costs;
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? Number.NaN).toFixed(2);
  console.log(`kept ${kept.toFixed(1)} MB; to any step: half within ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`);
  expect(kept).toBeLessThan(64);
  expect(Number(at(0.5))).toBeLessThan(frame);
}, 120_000);
