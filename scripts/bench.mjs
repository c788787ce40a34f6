// npm run bench: how fast the core trains, and what an edit and a frame of a drag cost, in the page and at the boundary.
// npm run bench -- speed (or edit, drag, play) measures only that.
import { build } from './build.mjs';
import { main, say } from './run.mjs';
import { browserTools, installTools, nativeTools } from './setup.mjs';

await main(async () => {
  const only = process.argv[2];
  await build();
  await installTools([...nativeTools, ...browserTools]);
  say('Measuring; leave the machine alone for a few minutes');
  // Only now are there packages and a build to import.
  if (only === undefined || only === 'speed') {
    const { benchSpeed } = await import('../tests/bench/speed.mjs');
    await benchSpeed();
    console.log();
  }
  if (only === 'speed') return;
  const { benchDrag } = await import('../tests/bench/drag.mjs');
  if ((only === undefined || only === 'drag') && !(await benchDrag())) process.exitCode = 1;
  if (only === 'drag') return;
  console.log();
  const { benchPlay } = await import('../tests/bench/play.mjs');
  const { benchLargest } = await import('../tests/bench/largest.mjs');
  if (only !== 'edit' && !(await benchPlay())) process.exitCode = 1;
  if (only !== 'edit' && !(await benchLargest())) process.exitCode = 1;
  if (only === 'play') return;
  console.log();
  const { benchEngine } = await import('../tests/bench/engine.mjs');
  const { benchEdit } = await import('../tests/bench/edit.mjs');
  await benchEngine();
  console.log();
  if (!(await benchEdit())) process.exitCode = 1;
});
