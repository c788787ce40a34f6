// What a run of Playwright came to, from its JSON report.

/**
 * @typedef {{ title: string, tests: { status: string }[] }} Spec
 * @typedef {{ title: string, specs?: Spec[], suites?: Suite[] }} Suite a file, or a group in one
 * @typedef {{ suites: Suite[], stats: { expected: number, unexpected: number, flaky: number } }} Report
 */

/**
 * What passed only at its second attempt has passed, but is named: it has a cause, and somebody has to see it.
 * @param {Report} report
 * @returns {{ passed: number, failed: number, second: string[] }}
 */
export const outcome = ({ suites, stats: { expected, unexpected, flaky } }) => ({
  passed: expected + flaky,
  failed: unexpected,
  second: suites.flatMap((suite) => flakyIn(suite, [])),
});

/**
 * @param {Suite} suite
 * @param {string[]} around
 * @returns {string[]}
 */
function flakyIn({ title, specs = [], suites = [] }, around) {
  const here = [...around, title];
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map((spec) => [...here, spec.title].join(' › ')), ...suites.flatMap((suite) => flakyIn(suite, here))];
}
