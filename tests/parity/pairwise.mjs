// Covering arrays: rows in which every two values of two different factors meet at least once, wherever they may.

/**
 * @typedef {Record<string, readonly string[]>} Factors
 * @typedef {Record<string, string>} Row one value of each factor
 */

/**
 * Every pair of values of two factors that `allowed` lets stand together, as a row of those two.
 * @param {Factors} factors
 * @param {(partial: Partial<Row>) => boolean} allowed
 * @returns {Row[]}
 */
export function pairsOf(factors, allowed) {
  const names = Object.keys(factors);
  return names
    .flatMap((first, k) => names.slice(k + 1).map((second) => ({ first, second })))
    .flatMap(({ first, second }) =>
      (factors[first] ?? []).flatMap((one) => (factors[second] ?? []).map((two) => ({ [first]: one, [second]: two }))),
    )
    .filter((pair) => allowed(pair));
}

/**
 * The pairs that a row covers, as text.
 * @param {Partial<Row>} row
 */
const keysOf = (row) => {
  const entries = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.flatMap(([first, one], k) =>
    entries.slice(k + 1).map(([second, two]) => `${first}=${one} ${second}=${two}`),
  );
};

/**
 * Those of `pairs` that no row covers.
 * @param {readonly Row[]} pairs
 * @param {readonly Row[]} rows
 */
export function uncovered(pairs, rows) {
  const covered = new Set(rows.flatMap(keysOf));
  return pairs.filter((pair) => !covered.has(keysOf(pair)[0] ?? ''));
}

/**
 * Greedy: each row starts from a pair still missing and takes for each further factor the value that brings most new
 * pairs; of several tries the best is kept. `allowed` judges partial rows; it must never lead into a dead end.
 * @param {Factors} factors
 * @param {(partial: Partial<Row>) => boolean} allowed
 * @param {import('./random.mjs').Random} random
 * @returns {Row[]}
 */
export function coveringArray(factors, allowed, random) {
  const pairs = pairsOf(factors, allowed);
  const missing = new Set(pairs.flatMap(keysOf));
  /** @param {Partial<Row>} row */
  const gain = (row) => keysOf(row).filter((key) => missing.has(key)).length;

  /** @param {Row} start */
  const filled = (start) => {
    let row = start;
    for (const name of random.shuffled(Object.keys(factors))) {
      if (name in row) continue;
      const candidates = random
        .shuffled(factors[name] ?? [])
        .map((value) => ({ ...row, [name]: value }))
        .filter((candidate) => allowed(candidate));
      const gains = candidates.map(gain);
      const best = candidates[gains.indexOf(Math.max(...gains))];
      if (!best) throw new Error(`no value of ${name} goes with ${JSON.stringify(row)}`);
      row = best;
    }
    return row;
  };

  const rows = [];
  for (const pair of random.shuffled(pairs)) {
    if (!missing.has(keysOf(pair)[0] ?? '')) continue;
    const tries = Array.from({ length: 12 }, () => filled(pair));
    const gains = tries.map(gain);
    const best = tries[gains.indexOf(Math.max(...gains))] ?? pair;
    for (const key of keysOf(best)) missing.delete(key);
    rows.push(best);
  }
  return rows;
}
