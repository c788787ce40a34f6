/** Products closer than this, relatively, are the same but for rounding. */
const rounding = 1e-9;

/**
 * Weight times gradient, for each weight of a chain. Where every activation before the last passes its z on as it is (an
 * open relu, the identity), they are all the same: each says how the cost answers when z of the output grows by a part.
 */
export const productsOf = (weights: readonly number[], gradients: readonly number[]): number[] =>
  weights.map((weight, k) => weight * (gradients[k] ?? Number.NaN));

export const areSame = (products: readonly number[]): boolean => {
  const largest = Math.max(...products.map(Math.abs));
  return (
    products.length > 1 && largest > 0 && products.every((p) => Math.abs(p - (products[0] ?? 0)) <= rounding * largest)
  );
};
