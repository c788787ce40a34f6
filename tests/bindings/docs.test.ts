// The documentation is true: what its examples say they print is what they print, with the package as it is built. Each
// document's `js` blocks are one program; `// →` is a line of its output. Needs `npm run build`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadEngine, ScenarioError } from '../../web/src/engine';
import { startScenario } from '../../web/src/scenario/start';

const root = fileURLToPath(new URL('../..', import.meta.url));

const blocksOf = (document: string): string[] =>
  [...readFileSync(`${root}/${document}`, 'utf8').matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block ?? '');

const statedBy = (block: string): string[] => [...block.matchAll(/\/\/ → (.*)$/gm)].map(([, line]) => line ?? '');

/** What each block prints. Here the package finds itself by its own name. */
function printedBy(blocks: readonly string[]): string[][] {
  const border = '-- end of block --';
  const program = blocks.map((block) => `${block}\nconsole.log('${border}');\n`).join('');
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
  });
  return output
    .split(`${border}\n`)
    .slice(0, blocks.length)
    .map((text) => text.split('\n').slice(0, -1));
}

test.each(['README.md', 'docs/engine.md'])('the examples of %s print what it says', (document) => {
  const blocks = blocksOf(document);
  expect(blocks).not.toEqual([]);
  expect(printedBy(blocks)).toEqual(blocks.map(statedBy));
});

const reference = readFileSync(`${root}/docs/engine.md`, 'utf8');
const engine = await loadEngine();

test('the reference has a section, with an example, for everything the engine can do', () => {
  const sections = new Map(reference.split(/^### /m).map((section) => [section.match(/^\w+/)?.[0], section]));
  for (const name of Object.keys(engine)) {
    expect(sections.get(name), `the section "${name}"`).toContain(`engine.${name}(`);
  }
});

test('the reference has a row for every name a document may use', () => {
  const { layers, descent } = startScenario;
  const unknown = 'no such name' as never;
  // The engine's own refusals list what it knows.
  const lists: [list: () => unknown, one: string][] = [
    [
      () => engine.evaluate({ ...startScenario, layers: layers.map((l) => ({ ...l, activation: unknown })) }),
      'softplus',
    ],
    [() => engine.evaluate({ ...startScenario, loss: unknown }), 'huber'],
    [() => engine.evaluate({ ...startScenario, descent: { ...descent, rule: unknown } }), 'adamw'],
    [() => engine.examples({ name: unknown, count: 1, noise: 0, seed: 0 }), 'moons'],
    [() => engine.initialise(startScenario, { scheme: unknown, seed: 0 }), 'xavier'],
  ];
  const rows = reference.split('\n').filter((line) => line.startsWith('| `'));
  for (const [refused, one] of lists) {
    const names =
      refusal(refused)
        .match(/^expects one of (.*), got/)?.[1]
        ?.split(', ') ?? [];
    expect(names).toContain(one);
    for (const name of names) {
      expect(
        rows.some((row) => row.slice(0, row.indexOf(' |', 2)).includes(`\`${name}\``)),
        `a row ${name}`,
      ).toBe(true);
    }
  }
});

function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return 'nothing was refused';
}
