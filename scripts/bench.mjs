// npm run bench: what an edit costs, in the page and at the boundary, on the production build.
import { build } from './build.mjs';
import { main, say } from './run.mjs';
import { browserTools, installTools } from './setup.mjs';

await main(async () => {
  await build();
  await installTools(browserTools);
  say('Measuring; leave the machine alone for half a minute');
  // Only now are there packages and a build to import.
  const { benchEngine } = await import('../tests/bench/engine.mjs');
  const { benchEdit } = await import('../tests/bench/edit.mjs');
  await benchEngine();
  console.log();
  if (!(await benchEdit())) process.exitCode = 1;
});
