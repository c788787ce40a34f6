// The pages of the built-in examples, dist/examples: made of the page's own modules and the engine that was just built.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { inRepository } from './page.mjs';

/** @param {string} [site] where the page will be published, when that is known */
export async function writeExamplePages(site) {
  const load = (/** @type {string} */ path) =>
    runnerImport(inRepository(path), { configFile: false, logLevel: 'error' }).then(({ module }) => module);
  /** @type {typeof import('../web/src/export/examplePage')} */
  const { examplePage, examplesPage } = await load('web/src/export/examplePage.ts');
  /** @type {typeof import('../web/src/scenario/presets')} */
  const { presets } = await load('web/src/scenario/presets.ts');
  /** @type {typeof import('../web/src/engine')} */
  const { loadEngine } = await import(pathToFileURL(inRepository('dist/engine/index.js')).href);
  const engine = await loadEngine();

  const folder = inRepository('dist/examples');
  mkdirSync(folder, { recursive: true });
  for (const [id, scenario] of Object.entries(presets)) {
    const numbers = {
      evaluation: engine.evaluate(scenario),
      gradientOf: (/** @type {import('../web/src/engine').ParameterRef} */ ref) =>
        engine.derive(scenario, ref).gradient,
    };
    const page = examplePage(/** @type {keyof typeof presets} */ (id), numbers, site);
    writeFileSync(`${folder}/${id}.html`, page);
    copyFileSync(inRepository(`docs/examples/${id}.png`), `${folder}/${id}.png`);
  }
  writeFileSync(`${folder}/index.html`, examplesPage());
  copyFileSync(inRepository('web/src/export/examples.css'), `${folder}/examples.css`);
}
