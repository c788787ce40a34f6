import type { Engine } from '../../engine/engine';
import { withParameter } from '../../scenario/edits';
import { isWeight, parameterAt, parameters } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';

/** Numbers closer than this, relatively, are the same but for rounding. */
const rounding = 1e-9;

const isSame = (a: number, b: number): boolean =>
  Number.isFinite(a - b) && Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));

/**
 * Weight times gradient, for each weight of a chain: the change that the factors predict for a nudge as large as the weight
 * itself. Where every activation before the last passes its z on as it is (an open relu, the identity), they are all the
 * same: each says how the cost answers when z of the output grows by a part.
 */
export const productsOf = (engine: Engine, chain: Scenario, refs: readonly ParameterRef[]): number[] =>
  refs.map((ref) => engine.nudge(chain, ref, parameterAt(chain, ref)).changes.at(-1)?.linear ?? Number.NaN);

export const areSame = (products: readonly number[]): boolean =>
  products.length > 1 && products.every((p) => p !== 0 && isSame(p, products[0] ?? 0));

/**
 * The network with its first and its last weight in each other's place, where that puts their gradients in each other's place
 * as well: in a chain whose cost depends on the product of its weights, as long as the same ReLUs are open.
 */
export function swapOf(engine: Engine, s: Scenario, example: number) {
  const weights = parameters(s).filter(isWeight);
  const first = weights.at(0);
  const last = weights.at(-1);
  if (!first || !last) return undefined;
  const swapped = withParameter(withParameter(s, first, parameterAt(s, last)), last, parameterAt(s, first));
  const before = engine.evaluate(s, example);
  const after = engine.evaluate(swapped, example);
  const swap = (from: ParameterRef, to: ParameterRef) => {
    const gradient = gradientAt(before, s, from);
    return gradient !== 0 && isSame(gradient, gradientAt(after, swapped, to));
  };
  const moves = parameterAt(s, first) !== parameterAt(s, last);
  return moves && swap(first, last) && swap(last, first) ? { swapped, first, last } : undefined;
}
