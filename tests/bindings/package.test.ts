// The package as somebody else's project gets it: packed, installed by npm outside the repository, used from plain Node and
// checked by the strictest resolution rules of TypeScript. Needs `npm run build`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = mkdtempSync(join(tmpdir(), 'uses-backprop-'));

const run = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: project, encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
};

beforeAll(() => {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: root });
  const archive = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  // It needs no other package, so npm need not ask anybody.
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${archive}`);
}, 60_000);

test('the package brings the engine, the page and nothing that has to be installed besides', () => {
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(installed).toEqual(['backprop-playground']);
  const files = readdirSync(join(project, 'node_modules/backprop-playground/dist'));
  expect(files).toEqual(
    expect.arrayContaining(['index.html', 'backprop-playground.html', 'assets', 'engine', 'embed', 'sw.js']),
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const scenario = `{
  version: 1,
  layers: [
    { activation: 'relu', weights: [[0.4]] },
    { activation: 'relu', weights: [[0.7]] },
    { activation: 'sigmoid', weights: [[1.5]] },
  ],
  examples: [{ inputs: [1.2], targets: [1] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.6 },
}`;

test('Node imports the engine and computes with it', () => {
  const program = `
    import { isSupported, loadEngine, ScenarioError } from 'backprop-playground/engine';
    const engine = await loadEngine();
    const scenario = ${scenario};
    let refused;
    try { engine.evaluate({ ...scenario, version: 2 }); } catch (error) { refused = error; }
    console.log(JSON.stringify({
      supported: isSupported(),
      loss: engine.evaluate(scenario).loss,
      refused: { known: refused instanceof ScenarioError, name: refused.name, path: refused.path },
    }));`;
  writeFileSync(join(project, 'use.js'), program);
  expect(JSON.parse(run(process.execPath, 'use.js'))).toEqual({
    supported: true,
    loss: expect.closeTo(0.14182840014340992, 15),
    refused: { known: true, name: 'ScenarioError', path: 'version' },
  });
});

test('Vite builds a page around the engine and the element, and brings the WebAssembly along', async () => {
  writeFileSync(join(project, 'index.html'), '<script type="module" src="page.js"></script>');
  const program =
    "import 'backprop-playground/embed'; import { loadEngine } from 'backprop-playground/engine'; loadEngine();";
  writeFileSync(join(project, 'page.js'), program);
  await build({ root: project, configFile: false, logLevel: 'silent' });
  const built = readdirSync(join(project, 'dist/assets'));
  expect(built.filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  const [script = ''] = built.filter((name) => name.startsWith('index-') && name.endsWith('.js'));
  expect(readFileSync(join(project, 'dist/assets', script), 'utf8')).toContain('backprop-playground');
});

test('TypeScript finds complete types', () => {
  const program = `
    import { type Engine, type Evaluation, loadEngine, type Scenario, ScenarioError } from 'backprop-playground/engine';
    import type { BackpropPlayground } from 'backprop-playground/embed';
    export const stepped = (element: BackpropPlayground): Promise<{ costs: Float64Array }> => element.step(3);
    const scenario: Scenario = ${scenario};
    const engine: Engine = await loadEngine({ wasmBinary: new Uint8Array() });
    const evaluation: Evaluation = engine.evaluate(scenario);
    export const numbers: Float64Array | undefined = evaluation.layers[0]?.dC_dW;
    export const value: number = engine.derive(scenario, { layer: 0, unit: 0, input: 0 }, { paths: 3 }).gradient;
    export const flat: Float64Array = engine.predict(scenario, [0, 1]);
    export const path: string = new ScenarioError('layers', 'expects a list').path;
    // @ts-expect-error an activation that does not exist
    engine.gradient({ ...scenario, layers: [{ activation: 'step', weights: [[1]] }] });
    // @ts-expect-error no text for a number
    engine.descend(scenario, '5');`;
  writeFileSync(join(project, 'use.ts'), program);
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'], types: [] },
    ...{ strict: true, skipLibCheck: false, noEmit: true },
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '--project', project);
});
