// npm run test:hosts: the built page where it ends up: in a MkDocs site, in a reveal.js deck, on nginx and Apache where these
// are installed, as one file on a disk, in a sub-folder of a host, without a network, and from one version to the next.
// Apart from npm test because the first two have to be installed for it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { exitCode, installed, main, root, run, say } from './run.mjs';
import { browserTools, installTools, siteTools } from './setup.mjs';

const reveal = 'reveal.js@5.2.1';

await main(async () => {
  await build();
  await installTools([...browserTools, ...siteTools]);
  const place = 'build/hosts-packages';
  if (!existsSync(join(root, place, 'node_modules/reveal.js'))) {
    say(`Fetching ${reveal} into ${place}`);
    await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', place, reveal]);
  }
  say('The built page inside other pages and on other hosts, in Chromium');
  const args = [installed('@playwright/test/cli.js'), 'test', '--config', 'tests/hosts/playwright.config.ts'];
  process.exitCode = await exitCode(process.execPath, [...args, ...process.argv.slice(2)]);
});
