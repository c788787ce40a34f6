// A static host as somebody else runs one: a folder of files under some path, with the headers the snippets of docs/hosting say.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { headersOf } from '../scripts/headers.mjs';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  /** Where its folder is published. */
  readonly address: string;
  /** What it publishes from now on. */
  folder: string;
  close(): Promise<void>;
}

/** Publishes `folder` at `http://localhost:<a free port><path>`, or at another name of this machine, and nothing elsewhere. */
export async function publish(
  folder: string,
  path = '/',
  headers: (origin: string) => Readonly<Record<string, string>> = headersOf,
  name = 'localhost',
): Promise<StaticHost> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const inside = pathname.startsWith(path) ? normalize(decodeURIComponent(pathname.slice(path.length))) : '..';
    const file = inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside;
    const body = file.startsWith('..') ? undefined : await readFile(join(host.folder, file)).catch(() => undefined);
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', ...headers(origin) });
    return response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, /^[\d.]+$/.test(name) ? name : 'localhost', resolve));
  const bound = server.address();
  const origin = `http://${name}:${typeof bound === 'object' && bound ? bound.port : 0}`;
  const host = {
    address: `${origin}${path}`,
    folder,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}
