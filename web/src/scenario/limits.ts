/** How large a document may be. Anything beyond is refused before room is made for it. */
export const limits = {
  layers: 16,
  /** In one layer. */
  units: 64,
  inputs: 64,
  /** Weights and biases of the whole network. */
  parameters: 20_000,
  examples: 10_000,
  /** Brackets of a JSON text inside each other. */
  depth: 32,
  /** In a bookmark. */
  steps: 1_000_000,
  /** Of the order of examples. */
  seed: 4_294_967_295,
  /** Significant digits of a notation. */
  fewestDigits: 2,
  mostDigits: 17,
} as const;
