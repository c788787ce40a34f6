/** A picture of the cost that is computed block by block, so that the page can answer in between and show what is there. */
export interface Ground {
  /** (resolution) for one axis, (resolution × resolution) for two, the first slow; no number where it has not grown yet. */
  readonly costs: Float64Array;
  readonly resolution: number;
  /** It still grows. */
  readonly partial?: boolean;
}

/** From … to along one axis. */
export type Part = readonly [number, number];

/** The costs of `resolution` points along each part, both ends included, the first axis slow. */
export type Block = (parts: readonly Part[], resolution: number) => Float64Array;

/**
 * At least `points` along each of one or two axes, in blocks of `perBlock` and one more, since neighbouring blocks share the
 * points between them.
 */
export function* growing(
  costsOf: Block,
  axes: readonly Part[],
  points: number,
  perBlock: number,
): Generator<Ground, Ground> {
  const flat = axes.length === 1;
  const blocks = Math.max(1, Math.ceil((points - 1) / perBlock));
  const size = Math.min(perBlock, points - 1);
  const resolution = blocks * size + 1;
  const costs = new Float64Array(resolution ** axes.length).fill(Number.NaN);
  const part = (axis: number, block: number): Part => {
    const [from, to] = axes[axis] ?? [0, 0];
    const at = (k: number) => from + ((to - from) * k) / blocks;
    return [at(block), at(block + 1)];
  };
  for (let i = 0; i < blocks; i++) {
    for (let j = 0; j < (flat ? 1 : blocks); j++) {
      const block = costsOf(flat ? [part(0, i)] : [part(0, i), part(1, j)], size + 1);
      for (let k = 0; k < block.length; k++) {
        const row = i * size + (flat ? k : Math.floor(k / (size + 1)));
        const column = j * size + (k % (size + 1));
        costs[flat ? row : row * resolution + column] = block[k] ?? Number.NaN;
      }
      yield { costs: costs.slice(), resolution, partial: true };
    }
  }
  return { costs, resolution };
}
