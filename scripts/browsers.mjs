// npm run test:browsers: the built page in Chromium, Firefox and WebKit, which must show the same digits and compute the
// same bits. Apart from npm test because two more browsers have to be installed for it.
import { build } from './build.mjs';
import { exitCode, installed, main, say } from './run.mjs';
import { browserTools, installTools, otherBrowserTools } from './setup.mjs';

await main(async () => {
  await build();
  await installTools([...browserTools, ...otherBrowserTools]);
  say('The built page in Chromium, Firefox and WebKit');
  const args = [installed('vitest/vitest.mjs'), 'run', '--config', 'tests/browsers/vitest.config.ts'];
  process.exitCode = await exitCode(process.execPath, [...args, ...process.argv.slice(2)]);
});
