// npm run dev: the edit loop. Vite puts changed TypeScript and CSS on screen by itself; a change in the C++ is compiled
// here, and the page reloads with the new core, or shows that it did not compile.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildCore, compileCore } from './build.mjs';
import { main, root, Stop, say } from './run.mjs';
import { buildTools, installPackages, installTools } from './setup.mjs';

/** Editors write a file in several steps; a build starts when nothing has changed for so many milliseconds. */
const settled = 100;

await main(async () => {
  await installPackages();
  await installTools(buildTools);
  await buildCore();

  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: 'web/vite.config.ts',
    root: 'web',
    // A half-written core must not reach the page: it is told below, when the build is done.
    server: { watch: { ignored: ['**/build/**', '**/dist/**'] } },
  });
  await server.listen();
  say('Editing: changes in web/, core/ and bindings/ appear on screen   (Ctrl+C stops it)');
  server.printUrls();

  const rebuild = oneAtATime(async () => {
    say('The C++ changed: compiling the core');
    try {
      await compileCore();
      server.moduleGraph.invalidateAll();
      server.ws.send({ type: 'full-reload' });
      console.log('Compiled; the page reloads.');
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      console.error(error.message);
      server.ws.send({
        type: 'error',
        err: { message: 'The C++ core does not compile; see the terminal.', stack: '' },
      });
    }
  });

  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const path of ['core', 'bindings', 'CMakeLists.txt']) {
    watch(join(root, path), { recursive: path !== 'CMakeLists.txt' }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, settled);
    });
  }
});

/**
 * A call during a run starts one more run after it.
 * @param {() => Promise<void>} work
 */
function oneAtATime(work) {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
}
