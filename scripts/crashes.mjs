// npm run test:crashes: the tab of the built page crashes while its reader edits, some 200 times, and comes back with the
// work of no more than the last second missing. npm run test:crashes -- 20 crashes fewer times.
import { build } from './build.mjs';
import { main, Stop, say } from './run.mjs';
import { browserTools, installTools } from './setup.mjs';

await main(async () => {
  const times = Number(process.argv[2] ?? 200);
  if (!Number.isInteger(times) || times < 1) throw new Stop('How many times? A whole number.');
  await build();
  await installTools(browserTools);
  say(`${times} crashes`);
  // Only now are there packages and a build to import.
  const { crashes } = await import('../tests/crashes/crashes.mjs');
  if (!(await crashes(times))) process.exitCode = 1;
});
