/**
 * Edits of a document: pure, named with-, copying along the path and sharing the rest. They don't check values; the engine
 * does. An index outside the network changes nothing, and an edit that changes nothing returns the same document.
 */
import { isBias } from './refs';
import type { Example, Frozen, Layer, ParameterRef, Scenario } from './types';

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

/** A parameter that a step leaves alone, or moves again. */
export const withFrozen = (s: Scenario, ref: ParameterRef, frozen: boolean): Scenario =>
  withLayer(s, ref.layer, (layer) => {
    const { frozen: _, ...rest } = layer;
    const next = normalFrozen(isBias(ref) ? frozenBias(layer, ref.unit, frozen) : frozenWeight(layer, ref, frozen));
    return next === undefined ? rest : { ...rest, frozen: next };
  });

const frozenWeight = (layer: Layer, at: { unit: number; input: number }, flag: boolean): Frozen => {
  const all = layer.frozen?.weights;
  const flags = Array.isArray(all) ? all : layer.weights.map((row) => row.map(() => all === true));
  return { ...layer.frozen, weights: withItem(flags, at.unit, (row) => withItem(row, at.input, () => flag)) };
};

const frozenBias = (layer: Layer, unit: number, flag: boolean): Frozen => {
  const all = layer.frozen?.biases;
  const flags = Array.isArray(all) ? all : Array.from({ length: layer.biases?.length ?? 0 }, () => all === true);
  return { ...layer.frozen, biases: withItem(flags, unit, () => flag) };
};

/**
 * The one way to write a set of flags: `true` when all are frozen, absent when none is, so that equal meaning is equal
 * value. Undefined when nothing is frozen.
 */
export const normalFrozen = ({ weights, biases }: Frozen): Frozen | undefined => {
  const flagged = {
    ...normalFlags('weights', weights, (rows) => rows.flat()),
    ...normalFlags('biases', biases, (flags) => flags),
  };
  return Object.keys(flagged).length === 0 ? undefined : flagged;
};

const normalFlags = <K extends string, F extends readonly unknown[]>(
  key: K,
  flags: true | F | undefined,
  flat: (flags: F) => readonly unknown[],
): { readonly [P in K]?: true | F } => {
  if (flags === undefined) return {};
  if (flags === true || flat(flags).every(Boolean)) return { [key]: true } as { [P in K]: true };
  return flat(flags).some(Boolean) ? ({ [key]: flags } as { [P in K]: F }) : {};
};
