/** Names of the document's numbers: which are parameters, in what order, and what each holds. Indices count from 0. */
import type { BiasRef, Layered, ParameterRef, Ref, WeightRef } from './types';

/** True for a weight or a bias: something a descent step may change. */
export const isParameter = (ref: Ref): ref is ParameterRef => 'input' in ref || 'bias' in ref;

export const isBias = (ref: Ref): ref is BiasRef => 'bias' in ref;

export const isWeight = (ref: Ref): ref is WeightRef => 'input' in ref;

/** Two refs that name the same number. */
export const sameRef = (a: Ref, b: Ref): boolean =>
  a.layer === b.layer && a.unit === b.unit && isBias(a) === isBias(b) && inputOf(a) === inputOf(b);

const inputOf = (ref: Ref): number | undefined => (isWeight(ref) ? ref.input : undefined);

/** The weight from the first input to the first unit: what is picked when nothing else is. */
export const firstWeight: WeightRef = { layer: 0, unit: 0, input: 0 };

/** Every parameter in document order: layer by layer, the weights row by row, then the biases. */
export const parameters = (s: Layered): ParameterRef[] => [...inOrder(s)];

function* inOrder({ layers }: Layered): Generator<ParameterRef> {
  for (const [layer, { weights, biases }] of layers.entries()) {
    for (const [unit, row] of weights.entries()) {
      for (const input of row.keys()) yield { layer, unit, input };
    }
    for (const unit of biases?.keys() ?? []) yield { layer, unit, bias: true };
  }
}

/** True when the network has the number that `ref` names. */
export const hasRef = (s: Layered, ref: Ref): boolean => {
  const layer = s.layers[ref.layer];
  if (layer === undefined) return false;
  if (isBias(ref)) return layer.biases?.[ref.unit] !== undefined;
  const row = layer.weights[ref.unit];
  return row !== undefined && (!isWeight(ref) || row[ref.input] !== undefined);
};

/** The value of a parameter. Throws a RangeError when the network has no such parameter. */
export const parameterAt = (s: Layered, ref: ParameterRef): number => {
  const layer = s.layers[ref.layer];
  const value = isBias(ref) ? layer?.biases?.[ref.unit] : layer?.weights[ref.unit]?.[ref.input];
  if (value === undefined) throw new RangeError(`no such parameter: ${JSON.stringify(ref)}`);
  return value;
};

/** True when a step leaves this parameter alone. */
export const isFrozen = (s: Layered, ref: ParameterRef): boolean => {
  const frozen = s.layers[ref.layer]?.frozen;
  if (isBias(ref)) return frozen?.biases === true || frozen?.biases?.[ref.unit] === true;
  return frozen?.weights === true || frozen?.weights?.[ref.unit]?.[ref.input] === true;
};

/** The parameters that a step may move, those that are not frozen; or the first `most` of them. */
export function movableParameters(s: Layered, most = Number.POSITIVE_INFINITY): ParameterRef[] {
  const movable: ParameterRef[] = [];
  for (const ref of inOrder(s)) {
    if (movable.length >= most) break;
    if (!isFrozen(s, ref)) movable.push(ref);
  }
  return movable;
}

export const isAllFrozen = (s: Layered): boolean => movableParameters(s, 1).length === 0;

/** Whether a step may move any weight, or any bias. */
export const movesAny = (s: Layered, kind: 'weights' | 'biases'): boolean =>
  s.layers.some(({ frozen, ...layer }) => {
    const held = frozen?.[kind];
    return layer[kind] !== undefined && held !== true && !held?.flat().every(Boolean);
  });
