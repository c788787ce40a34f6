/**
 * Layers that an edit of the shape has taken rows and columns from or given new ones, whose weights are yet to be drawn. A
 * layer keeps its flags: what is new in one that is frozen as a whole is frozen too, else it may change.
 */
import { normalFrozen } from './editsOfFlags';
import { layerInputs, unitCount } from './shape';
import type { Frozen, Layer, Scenario } from './types';

/** Draws all weights of a network anew, as the engine's `initialise` does with a scheme and a seed. */
export type Draw = (s: Scenario) => Scenario;

/** A layer with holes where a weight is to be drawn. */
export interface Draft extends Omit<Layer, 'weights'> {
  readonly weights: readonly (readonly (number | undefined)[])[];
}

export const without = <T>(items: readonly T[], index: number): readonly T[] => items.toSpliced(index, 1);

/** What a rule remembers goes. */
export const forgotten = (s: Scenario): Scenario => {
  if (!s.descent.state) return s;
  const { state: _, ...descent } = s.descent;
  return { ...s, descent };
};

/** `layers` in place of the old ones, their holes filled. */
export function drawn(s: Scenario, drafts: readonly Draft[], draw: Draw): Scenario {
  const layers = drafts.map(
    (draft): Layer => ({ ...draft, weights: draft.weights.map((row) => row.map((w) => w ?? 0)) }),
  );
  const bare = forgotten({ ...s, layers });
  if (!drafts.some(({ weights }) => weights.some((row) => row.includes(undefined)))) return bare;
  const fresh = draw(bare);
  const filled = drafts.map(
    (draft, k): Layer => ({
      ...draft,
      weights: draft.weights.map((row, j) => row.map((w, i) => w ?? fresh.layers[k]?.weights[j]?.[i] ?? 0)),
    }),
  );
  return { ...bare, layers: filled };
}

/** Flags, in the one way to write them. */
export const flagged = <L extends Draft>(layer: L, frozen: Frozen | undefined): L => {
  const { frozen: _, ...rest } = layer;
  const next = frozen && normalFrozen(frozen);
  return (next ? { ...rest, frozen: next } : rest) as L;
};

type Row = readonly boolean[];
/** The layer's flags, changed row by row; `true` stays what it is. */
const withFlags = (
  frozen: Frozen | undefined,
  rows: (rows: readonly Row[]) => readonly Row[],
  units: (row: Row) => Row,
) =>
  frozen && {
    ...(frozen.weights && { weights: frozen.weights === true ? (true as const) : rows(frozen.weights) }),
    ...(frozen.biases && { biases: frozen.biases === true ? (true as const) : units(frozen.biases) }),
  };

/** So many inputs: what is missing is to be drawn, what is too many goes. */
export function withInputsOf(layer: Layer, inputs: number): Draft {
  const fitted = <T>(row: readonly T[], empty: T): readonly T[] => [
    ...row.slice(0, inputs),
    ...Array<T>(Math.max(0, inputs - row.length)).fill(empty),
  ];
  const draft: Draft = { ...layer, weights: layer.weights.map((row) => fitted<number | undefined>(row, undefined)) };
  return flagged(
    draft,
    withFlags(
      layer.frozen,
      (rows) => rows.map((row) => fitted(row, false)),
      (row) => row,
    ),
  );
}

/** So many units: the weights of more are to be drawn, their biases 0; where there are too many, the last go. */
export function withUnitsOf(layer: Layer, units: number): Draft {
  const more = units - unitCount(layer);
  if (more < 0) return withUnitsOf(withoutRow(layer, unitCount(layer) - 1), units);
  const row = <T>(empty: T): readonly T[] => Array<T>(layerInputs(layer)).fill(empty);
  const draft: Draft = {
    ...layer,
    weights: [...layer.weights, ...Array.from({ length: more }, () => row(undefined))],
    ...(layer.biases && { biases: [...layer.biases, ...Array<number>(more).fill(0)] }),
  };
  return flagged(
    draft,
    withFlags(
      layer.frozen,
      (rows) => [...rows, ...Array.from({ length: more }, () => row(false))],
      (flags) => [...flags, ...Array<boolean>(more).fill(false)],
    ),
  );
}

export const withoutRow = (layer: Layer, unit: number): Layer =>
  flagged(
    {
      ...layer,
      weights: without(layer.weights, unit),
      ...(layer.biases && { biases: without(layer.biases, unit) }),
    },
    withFlags(
      layer.frozen,
      (rows) => without(rows, unit),
      (row) => without(row, unit),
    ),
  );

export const withoutColumn = (layer: Layer, input: number): Layer =>
  flagged(
    { ...layer, weights: layer.weights.map((row) => without(row, input)) },
    withFlags(
      layer.frozen,
      (rows) => rows.map((row) => without(row, input)),
      (row) => row,
    ),
  );
