/** Edits of what is frozen: parameters that a step leaves alone. */
import { withItem, withLayer } from './edits';
import { isBias } from './refs';
import type { Frozen, Layer, ParameterRef, Scenario } from './types';

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
