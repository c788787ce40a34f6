// Plants mutants into a source text. All of them go into one program, each behind a switch, so that it is compiled once
// and run once for each: `a - y` becomes `(mutant(7) ? (a + y) : (a - y))`, a statement becomes an if.

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {string} at text that occurs once in the file
 * @property {string} from what of it changes (occurs once in `at`): an expression, or statements, which end in a semicolon
 * @property {string} to what it becomes; for statements '' drops them
 * @property {string} what the mistake, in words
 */

/**
 * @param {string} text
 * @param {string} part
 * @param {string} what
 */
function placeOf(text, part, what) {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${what}: "${part}" is no longer there`);
  if (text.indexOf(part, at + 1) >= 0) throw new Error(`${what}: "${part}" occurs more than once`);
  return at;
}

/** @param {string} code */
const isStatement = (code) => /;$/.test(code);

/**
 * @param {string} source
 * @param {readonly { number: number, mutant: Mutant }[]} mutants all of this source
 */
export function planted(source, mutants) {
  /** @type {Map<string, { start: number, end: number, here: { number: number, mutant: Mutant }[] }>} */
  const spans = new Map();
  for (const one of mutants) {
    const { file, at, from, what } = one.mutant;
    const start = placeOf(source, at, `${file}, ${what}`) + placeOf(at, from, `${file}, ${what}`);
    const end = start + from.length;
    const span = spans.get(`${start}-${end}`) ?? { start, end, here: [] };
    span.here.push(one);
    spans.set(`${start}-${end}`, span);
  }
  // Outer before inner; what only partly overlaps cannot be switched.
  const ordered = [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);

  /**
   * @param {number} start
   * @param {number} end
   * @param {typeof ordered} inside spans within, outer first
   * @returns {string}
   */
  const written = (start, end, inside) => {
    let text = '';
    let done = start;
    let rest = inside;
    while (rest.length > 0) {
      const [span, ...others] = /** @type {[(typeof ordered)[0], ...typeof ordered]} */ (rest);
      const nested = others.filter((other) => other.start < span.end);
      if (nested.some((other) => other.end > span.end)) {
        throw new Error(`mutants overlap: ${span.here[0]?.mutant.what}; ${nested[0]?.here[0]?.mutant.what}`);
      }
      text += source.slice(done, span.start) + switched(written(span.start, span.end, nested), span.here);
      done = span.end;
      rest = others.slice(nested.length);
    }
    return text + source.slice(done, end);
  };
  return written(0, source.length, ordered);
}

/**
 * @param {string} original
 * @param {readonly { number: number, mutant: Mutant }[]} here
 */
function switched(original, here) {
  return here.reduce(
    (code, { number, mutant: { from, to } }) =>
      isStatement(from)
        ? `if (mutant(${number})) { ${to} } else { ${code} }`
        : `(mutant(${number}) ? (${to}) : (${code}))`,
    original,
  );
}
