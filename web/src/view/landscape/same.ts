import { isBias, isWeight } from '../../scenario/refs';
import type { Layer, ParameterRef, Scenario } from '../../scenario/types';

/**
 * Whether two documents have the same landscape over these axes: the same cost wherever the axes' parameters are set to the
 * same values. So nothing is computed again while a point is dragged over it, or α is changed.
 */
export const sameLandscape = (a: Scenario, b: Scenario, axes: readonly ParameterRef[]): boolean =>
  a === b ||
  ((a.examples === b.examples || JSON.stringify(a.examples) === JSON.stringify(b.examples)) &&
    a.loss === b.loss &&
    a.descent.l1 === b.descent.l1 &&
    a.descent.l2 === b.descent.l2 &&
    a.layers.length === b.layers.length &&
    a.layers.every((layer, k) =>
      sameLayer(
        layer,
        b.layers[k],
        axes.filter((ref) => ref.layer === k),
      ),
    ));

function sameLayer(a: Layer, b: Layer | undefined, axes: readonly ParameterRef[]): boolean {
  if (a === b) return true;
  if (b === undefined || a.activation !== b.activation || a.weights.length !== b.weights.length) return false;
  return (
    a.weights.every((row, unit) =>
      sameNumbers(row, b.weights[unit], (i) =>
        axes.some((ref) => isWeight(ref) && ref.unit === unit && ref.input === i),
      ),
    ) &&
    (a.biases === b.biases ||
      (a.biases !== undefined &&
        sameNumbers(a.biases, b.biases, (i) => axes.some((ref) => isBias(ref) && ref.unit === i))))
  );
}

const sameNumbers = (a: readonly number[], b: readonly number[] | undefined, except: (i: number) => boolean): boolean =>
  a === b || (b !== undefined && a.length === b.length && a.every((x, i) => Object.is(x, b[i]) || except(i)));
