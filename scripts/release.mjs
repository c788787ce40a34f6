// npm run release: what is handed out, into build/release: dist/ as a zip, the single file, the npm package.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { filesUnder } from './fresh.mjs';
import { main, root, run, say } from './run.mjs';

/** The same files make the same zip, whenever it is packed. */
const mtime = new Date('2000-01-01T00:00:00');

await main(async () => {
  await build();
  // fflate is there only now.
  const { zipSync } = await import('fflate');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = join(root, 'build/release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  const name = `backprop-playground-${version}`;
  const page = filesUnder('dist').filter((file) => file !== 'dist/backprop-playground.html');
  const entries = page.map((file) => [file.replace('dist', name), readFileSync(join(root, file))]);
  writeFileSync(join(folder, `${name}.zip`), zipSync(Object.fromEntries(entries), { level: 9, mtime }));
  copyFileSync(join(root, 'dist/backprop-playground.html'), join(folder, `${name}.html`));
  await run('npm', ['pack', '--silent', '--pack-destination', folder]);
  say('Ready to be handed out, in build/release');
});
