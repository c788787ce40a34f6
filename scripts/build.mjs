// npm run build: core -> build/wasm, page and package -> dist. What has not changed is not built again.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { leaveMoved } from './buildFolder.mjs';
import { whenChanged } from './fresh.mjs';
import { installed, main, onPath, root, run, say } from './run.mjs';
import { buildTools, installPackages, installTools } from './setup.mjs';

const coreSources = ['CMakeLists.txt', 'core', 'bindings'];
const pageSources = ['web', 'scripts', 'docs/examples', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** The whole engine, and the part of it that the page's first screen needs. */
const coreOutputs = ['backprop', 'first'].flatMap((name) => [`build/wasm/${name}.mjs`, `build/wasm/${name}.wasm`]);

/**
 * Debian's Emscripten runs a JavaScript optimiser that Node finds only when told where Debian keeps its packages. The
 * folder comes with Emscripten, so it may not be there yet when this is read; where it never is, naming it does no harm.
 */
export const emscriptenEnv = {
  NODE_PATH: [process.env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(':'),
};

/** Compiles the core; object files of unchanged sources are kept. */
export async function compileCore() {
  leaveMoved('build/wasm');
  // A build folder belongs to one compiler: another Emscripten on the PATH starts a new one.
  await whenChanged(
    'wasm-folder',
    { inputs: [], settings: [onPath('em++') ?? ''], outputs: ['build/wasm/CMakeCache.txt'] },
    async () => {
      rmSync(join(root, 'build/wasm'), { recursive: true, force: true });
      await run('emcmake', ['cmake', '-S', '.', '-B', 'build/wasm', '-DCMAKE_BUILD_TYPE=Release'], emscriptenEnv);
    },
  );
  await run('cmake', ['--build', 'build/wasm', '--parallel', String(availableParallelism())], emscriptenEnv);
}

export async function buildCore() {
  const outputs = coreOutputs;
  await whenChanged('wasm', { inputs: coreSources, settings: [onPath('em++') ?? ''], outputs }, async () => {
    say('Compiling the C++ core to WebAssembly, into build/wasm');
    await compileCore();
  });
}

export async function buildPage() {
  const inputs = [...pageSources, 'bindings/backprop.d.ts', 'bindings/first.d.ts', ...coreOutputs];
  const outputs = ['index.html', 'engine/index.js', 'engine/index.d.ts', 'backprop-playground.html'];
  const settings = [process.env.PLAYGROUND_URL ?? ''];
  await whenChanged('page', { inputs, settings, outputs: outputs.map((name) => `dist/${name}`) }, async () => {
    say('Building the page, the package and the single file, into dist');
    // Whatever the shell says of it: with another value there Vite makes a page that is larger by a quarter.
    const env = { NODE_ENV: 'production' };
    for (const config of ['web/vite.config.ts', 'web/single.config.ts']) {
      await run(process.execPath, [installed('vite/bin/vite.js'), 'build', '--config', config, 'web'], env);
    }
  });
}

/** Sets up what a build needs and builds what has changed. */
export async function build() {
  await installPackages();
  await installTools(buildTools);
  await buildCore();
  await buildPage();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    await build();
    console.log(
      '\nBuilt: the page in dist, the package entry in dist/engine, all in one file in dist/backprop-playground.html.',
    );
  });
}
