/**
 * Edits of a document: pure, named with-, copying along the path and sharing the rest. They don't check values; the engine
 * does. An index outside the network changes nothing, and an edit that changes nothing returns the same document.
 */
import { isBias } from './refs';
import type { Example, Layer, ParameterRef, Scenario } from './types';

/** `items` with `change(item)` at `index`; `items` itself when that is the same. */
export const withItem = <T>(items: readonly T[], index: number, change: (item: T) => T): readonly T[] => {
  const item = items[index];
  if (item === undefined) return items;
  const changed = change(item);
  return Object.is(item, changed) ? items : items.with(index, changed);
};

/** `whole` with `value` as its `key`; `whole` itself when it has that value. */
export const withKey = <T extends object, K extends keyof T>(whole: T, key: K, value: T[K]): T =>
  Object.is(whole[key], value) ? whole : { ...whole, [key]: value };

export const withLayer = (s: Scenario, layer: number, change: (layer: Layer) => Layer): Scenario =>
  withKey(s, 'layers', withItem(s.layers, layer, change));

const withExample = (s: Scenario, example: number, change: (example: Example) => Example): Scenario =>
  withKey(s, 'examples', withItem(s.examples, example, change));

/** One weight or bias set to `value`. */
export const withParameter = (s: Scenario, ref: ParameterRef, value: number): Scenario =>
  withLayer(s, ref.layer, (layer) => {
    if (!isBias(ref)) {
      return withKey(
        layer,
        'weights',
        withItem(layer.weights, ref.unit, (row) => withItem(row, ref.input, () => value)),
      );
    }
    return layer.biases
      ? withKey(
          layer,
          'biases',
          withItem(layer.biases, ref.unit, () => value),
        )
      : layer;
  });

/** One input of one example set to `value`. */
export const withInput = (s: Scenario, example: number, input: number, value: number): Scenario =>
  withExample(s, example, (e) =>
    withKey(
      e,
      'inputs',
      withItem(e.inputs, input, () => value),
    ),
  );

/** One target of one example set to `value`. */
export const withTarget = (s: Scenario, example: number, output: number, value: number): Scenario =>
  withExample(s, example, (e) =>
    withKey(
      e,
      'targets',
      withItem(e.targets, output, () => value),
    ),
  );

/** The learning rate set to `value`. */
export const withAlpha = (s: Scenario, value: number): Scenario =>
  withKey(s, 'descent', withKey(s.descent, 'alpha', value));
