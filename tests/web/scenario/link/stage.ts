// What tests of links share: an engine that draws weights, a few bookmarks, and what a link opens as.
import { loadEngine } from '../../../../web/src/engine';
import { decodeFragment, type Initialise, type Opened } from '../../../../web/src/scenario/link/decode';
import { parseBookmark } from '../../../../web/src/scenario/parse';
import { presets } from '../../../../web/src/scenario/presets';
import { bookmarkOf } from '../../../../web/src/scenario/start';
import type { Bookmark, WrittenScenario } from '../../../../web/src/scenario/types';

const engine = await loadEngine();

export const initialise: Initialise = (s, options) => engine.initialise(s, options);

/** A link that has its weights needs nobody to draw them. */
export const noDrawing: Initialise = () => {
  throw new Error('no weights are to be drawn');
};

export const open = (fragment: string): Promise<Opened> => decodeFragment(fragment, initialise);

/** As `parse` gives it. */
function parsed(document: unknown): Bookmark<WrittenScenario> {
  const result = parseBookmark(document);
  if (!result.ok) throw new Error(`${result.path}: ${result.message}`);
  return result.value;
}

/** The title says what a link must not mix up, the notation needs escaping, w₂ is chosen. */
export const chain = parsed({
  ...bookmarkOf({ ...presets.note, title: 'A & b = 50%, “née” (#1)!' }),
  steps: 12,
  pick: { layer: 1, unit: 0, input: 0 },
  notation: { rate: 'η', cost: 'L', decimal: ',', digits: 5 },
});

/** Wide, with biases and flags, four examples and numbers of all lengths. */
export const wide = parsed({
  ...bookmarkOf({
    ...presets.xor,
    layers: presets.xor.layers.map((layer, k) => ({
      ...layer,
      weights: layer.weights.map((row, j) => row.map((w, i) => w * Math.exp(i - j) * 10 ** (30 * (k - 1)))),
      frozen: { weights: layer.weights.map((row, j) => row.map((_, i) => i === j)) },
    })),
    descent: { rule: 'adam', alpha: 1e-3, beta1: 0.8, batch: 2, seed: 7, l2: 1e-7 },
  }),
  example: 3,
  pick: { layer: 0, unit: 2 },
});

/** Of a data set, and with what Adam remembers: only packed. */
export const remembering = parsed({
  version: 1,
  start: {
    version: 1,
    layers: [{ activation: 'sigmoid', weights: [[-0, 5e-324]], biases: [1e300] }],
    dataset: { name: 'moons', count: 200, noise: 0.1, seed: 3 },
    loss: 'binary_cross_entropy',
    descent: {
      rule: 'adam',
      alpha: 0.01,
      state: {
        step: 17,
        first: [{ weights: [[0.1, -0.2]], biases: [0] }],
        second: [{ weights: [[0.01, 0.04]], biases: [0] }],
      },
    },
  },
  steps: 3,
});
