/**
 * Edits of a network's shape: inputs, units and layers come and go. What is not touched keeps its value; new weights are
 * drawn. A layer keeps its flags: what is new in one that is frozen as a whole is frozen too, else it may change. What a rule
 * remembers belongs to the old shape and goes.
 */
import { withLayer } from './edits';
import { normalFrozen } from './editsOfFlags';
import { inputCount, layerInputs, outputCount, unitCount } from './shape';
import type { Activation, Example, Frozen, Layer, Scenario } from './types';

/** Draws all weights of a network anew, as the engine's `initialise` does with a scheme and a seed. */
export type Draw = (s: Scenario) => Scenario;

/** A layer with holes where a weight is to be drawn. */
interface Draft extends Omit<Layer, 'weights'> {
  readonly weights: readonly (readonly (number | undefined)[])[];
}

/** The network with one more input, 0 in every example. */
export function withInputAdded(s: Scenario, draw: Draw): Scenario {
  const [first, ...rest] = s.layers;
  const examples = s.examples.map((e) => ({ ...e, inputs: [...e.inputs, 0] }));
  return first ? drawn({ ...s, examples }, [withInputsOf(first, layerInputs(first) + 1), ...rest], draw) : s;
}

/** The network without one of its inputs, unless it is the only one. */
export function withoutInput(s: Scenario, input: number): Scenario {
  const [first, ...rest] = s.layers;
  if (!first || input >= inputCount(s) || inputCount(s) === 1) return s;
  const examples = s.examples.map((e) => ({ ...e, inputs: without(e.inputs, input) }));
  return forgotten({ ...s, examples, layers: [withoutColumn(first, input), ...rest] });
}

/** The network with one more unit at the end of a layer; a new output has the target 0 in every example. */
export function withUnitAdded(s: Scenario, layer: number, draw: Draw): Scenario {
  const grown = s.layers[layer];
  if (!grown) return s;
  const layers: Draft[] = s.layers.map((other, k) => {
    if (k === layer) return withUnitsOf(other, unitCount(other) + 1);
    return k === layer + 1 ? withInputsOf(other, layerInputs(other) + 1) : other;
  });
  const examples = s.examples.map((e): Example => ({ ...e, targets: [...e.targets, 0] }));
  return drawn(layer === s.layers.length - 1 ? { ...s, examples } : s, layers, draw);
}

/** The network without one of a layer's units, unless it is the only one. */
export function withoutUnit(s: Scenario, layer: number, unit: number): Scenario {
  const shrunk = s.layers[layer];
  if (!shrunk || unit >= unitCount(shrunk) || unitCount(shrunk) === 1) return s;
  const layers = s.layers.map((other, k) => {
    if (k === layer) return withoutRow(other, unit);
    return k === layer + 1 ? withoutColumn(other, unit) : other;
  });
  const examples = s.examples.map((e) => ({ ...e, targets: without(e.targets, unit) }));
  return forgotten({ ...s, layers, ...(layer === s.layers.length - 1 && { examples }) });
}

/**
 * The network with a new layer before `layer`, of as many units as that layer has inputs, so that its weights all keep their
 * meaning.
 */
export function withLayerAdded(s: Scenario, layer: number, activation: Activation, draw: Draw): Scenario {
  const next = s.layers[layer];
  if (!next) return s;
  const units = layerInputs(next);
  const added: Draft = {
    activation,
    weights: Array.from({ length: units }, () => Array(units).fill(undefined)),
    ...(next.biases && { biases: Array(units).fill(0) }),
  };
  return drawn(s, s.layers.toSpliced(layer, 0, added as Layer), draw);
}

/**
 * The network without one of its layers. The last one gives the outputs and stays. Where the layer after it is given more
 * numbers than before, their weights are drawn; where fewer, the last ones go.
 */
export function withoutLayer(s: Scenario, layer: number, draw: Draw): Scenario {
  const gone = s.layers[layer];
  const next = s.layers[layer + 1];
  if (!gone || !next) return s;
  return drawn(s, s.layers.toSpliced(layer, 2, withInputsOf(next, layerInputs(gone)) as Layer), draw);
}

/** The network with so many inputs and outputs, as few changed as that takes. */
export function withEnds(s: Scenario, inputs: number, outputs: number, draw: Draw): Scenario {
  const last = s.layers.length - 1;
  if (inputCount(s) < inputs) return withEnds(withInputAdded(s, draw), inputs, outputs, draw);
  if (inputCount(s) > inputs) return withEnds(withoutInput(s, inputCount(s) - 1), inputs, outputs, draw);
  if (outputCount(s) < outputs) return withEnds(withUnitAdded(s, last, draw), inputs, outputs, draw);
  if (outputCount(s) > outputs) return withEnds(withoutUnit(s, last, outputCount(s) - 1), inputs, outputs, draw);
  return s;
}

/** A layer's activation; softmax belongs in the last layer. */
export const withActivation = (s: Scenario, layer: number, activation: Activation): Scenario =>
  s.layers[layer]?.activation === activation ? s : forgotten(withLayer(s, layer, (old) => ({ ...old, activation })));

/** A layer with biases, 0 at first, or without. */
export function withBiases(s: Scenario, layer: number, biased: boolean): Scenario {
  const old = s.layers[layer];
  if (!old || biased === (old.biases !== undefined)) return s;
  const { biases: _, ...bare } = old;
  const { frozen } = bare;
  const next = biased
    ? { ...bare, biases: Array(unitCount(bare)).fill(0) }
    : flagged(bare, frozen?.weights ? { weights: frozen.weights } : {});
  return forgotten({ ...s, layers: s.layers.with(layer, next) });
}

/** The network with all its weights as `draw` makes them, biases 0. */
export const withWeightsDrawn = (s: Scenario, draw: Draw): Scenario => forgotten({ ...s, layers: draw(s).layers });

const without = <T>(items: readonly T[], index: number): readonly T[] => items.toSpliced(index, 1);

/** What a rule remembers goes. */
const forgotten = (s: Scenario): Scenario => {
  if (!s.descent.state) return s;
  const { state: _, ...descent } = s.descent;
  return { ...s, descent };
};

/** `layers` in place of the old ones, their holes filled. */
function drawn(s: Scenario, drafts: readonly Draft[], draw: Draw): Scenario {
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
const flagged = <L extends Draft>(layer: L, frozen: Frozen | undefined): L => {
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
function withInputsOf(layer: Layer, inputs: number): Draft {
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

/** More units: their weights are to be drawn, their biases 0. */
function withUnitsOf(layer: Layer, units: number): Draft {
  const more = units - unitCount(layer);
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

const withoutRow = (layer: Layer, unit: number): Layer =>
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

const withoutColumn = (layer: Layer, input: number): Layer =>
  flagged(
    { ...layer, weights: layer.weights.map((row) => without(row, input)) },
    withFlags(
      layer.frozen,
      (rows) => rows.map((row) => without(row, input)),
      (row) => row,
    ),
  );
