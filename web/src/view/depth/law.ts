import type { Engine } from '../../engine/engine';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';

/** Products closer than this, relatively, are the same but for rounding. */
const rounding = 1e-9;

/**
 * Weight times gradient, for each weight of a chain: the change that the factors predict for a nudge as large as the weight
 * itself. Where every activation before the last passes its z on as it is (an open relu, the identity), they are all the
 * same: each says how the cost answers when z of the output grows by a part.
 */
export const productsOf = (engine: Engine, chain: Scenario, refs: readonly ParameterRef[]): number[] =>
  refs.map((ref) => engine.nudge(chain, ref, parameterAt(chain, ref)).changes.at(-1)?.linear ?? Number.NaN);

export const areSame = (products: readonly number[]): boolean => {
  const largest = Math.max(...products.map(Math.abs));
  return (
    products.length > 1 && largest > 0 && products.every((p) => Math.abs(p - (products[0] ?? 0)) <= rounding * largest)
  );
};
