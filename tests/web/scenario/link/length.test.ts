// How long links become: a 2-8-8-1 network with random weights fits into what every program passes on.
import { expect, test } from 'vitest';
import { fragmentFor, packedFragment, readableFragment } from '../../../../web/src/scenario/link/encode';
import { presets } from '../../../../web/src/scenario/presets';
import { bookmarkOf, startBookmark } from '../../../../web/src/scenario/start';
import type { Layer, Scenario } from '../../../../web/src/scenario/types';
import { initialise, open } from './stage';

const most = 2000;

/** Normally distributed weights (He's scheme is) and biases. */
async function network(seed: number): Promise<Scenario> {
  const widths = [2, 8, 8, 1];
  const layers = widths.slice(1).map((units, k): Layer => {
    const weights = Array.from({ length: units }, () => Array.from({ length: widths[k] ?? 0 }, () => 0));
    return { activation: k === 2 ? 'sigmoid' : 'tanh', weights };
  });
  const { weights: drawn, ...bare } = { ...presets.xor, weights: layers };
  const first = await initialise({ ...bare, layers: drawn }, { scheme: 'he', seed });
  const second = await initialise({ ...bare, layers: drawn }, { scheme: 'he', seed: seed + 1_000_000 });
  return {
    ...first,
    layers: first.layers.map((layer, k) => ({
      ...layer,
      biases: layer.weights.map((_, j) => second.layers[k]?.weights[j]?.[0] ?? 0),
    })),
  };
}

test('a 2-8-8-1 network with normally distributed weights and biases fits into 2,000 characters', async () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);
  const links = await Promise.all(
    seeds.map(async (seed) => fragmentFor({ ...bookmarkOf(await network(seed)), steps: 999_999 })),
  );
  expect(Math.max(...links.map(({ length }) => length))).toBeLessThan(most);
  expect(await open(links[0] ?? '')).toMatchObject({ bookmark: { start: await network(0), steps: 999_999 } });
});

test('a link stays readable while a person could edit it, and is packed beyond', async () => {
  expect(fragmentFor(startBookmark)).toBe(readableFragment(startBookmark));
  const wide = bookmarkOf(await network(1));
  expect(fragmentFor(wide)).toBe(packedFragment(wide));
});
