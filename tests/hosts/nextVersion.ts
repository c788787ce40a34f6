// The next version of a built page, as a deployment brings it: every file in assets/ has another name, none of the old
// ones is left, and the service worker lists the new ones.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const texts = ['.html', '.js', '.css'];

/** Copies the built page in `from` to the folder `to` as another version, which `title` tells from the old one. */
export function nextVersion(from: string, to: string, title: string): void {
  cpSync(from, to, { recursive: true });
  const assets = readdirSync(join(to, 'assets'));
  const renamed = assets.map((name) => [name, `next-${name}`] as const);
  for (const [name, next] of renamed) renameSync(join(to, 'assets', name), join(to, 'assets', next));
  for (const path of ['index.html', 'sw.js', ...renamed.map(([, next]) => `assets/${next}`)]) {
    if (!texts.includes(extname(path))) continue;
    change(join(to, path), (text) => renamed.reduce((changed, [name, next]) => changed.replaceAll(name, next), text));
  }
  change(join(to, 'index.html'), (html) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  change(join(to, 'sw.js'), (worker) => relisted(worker, to));
}

const change = (path: string, by: (text: string) => string) => writeFileSync(path, by(readFileSync(path, 'utf8')));

/** `worker` with the digests of the files in `folder`, under another version. */
function relisted(worker: string, folder: string): string {
  const digest = (path: string) =>
    `sha256-${createHash('sha256')
      .update(readFileSync(join(folder, path || 'index.html')))
      .digest('base64')}`;
  const [list = '{}'] = worker.match(/\{"":"sha256-[^}]*\}/) ?? [];
  const files = Object.keys(JSON.parse(list)).map((path) => [path, digest(path)]);
  const [version = ''] = worker.match(/\b[0-9a-f]{12}\b/) ?? [];
  return worker.replace(list, JSON.stringify(Object.fromEntries(files))).replace(version, digest('').slice(-13, -1));
}
