// What the tests need around them, started once: the server of npm start, and WebKit's driver with a screen to draw on.
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { webkitDriver } from '../../scripts/setup.mjs';
import { freePort } from '../freePort';
import { endAll, start } from './processes';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served. */
    page: string;
    /** Where WebKit's driver listens. */
    webkit: string;
  }
}

export default async function serve({ provide }: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const server = await preview({ configFile: 'web/vite.config.ts', root: 'web', preview: { port } });
  provide('page', `http://localhost:${port}/`);
  provide('webkit', await startWebkit());
  return async () => {
    endAll();
    await server.close();
  };
}

async function startWebkit(): Promise<string> {
  const port = await freePort();
  const display = await new Promise<string>((resolve, reject) => {
    const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
    start('Xvfb', screen, {}, (number) => resolve(number.trim())).once('exit', () => reject(new Error('Xvfb ended.')));
  });
  start(webkitDriver, [`--port=${port}`], {
    DISPLAY: `:${display}`,
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    // Its sandbox does not start as root.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return address;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${webkitDriver} does not answer.`);
}
