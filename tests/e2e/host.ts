// A page of somebody else's, on another origin, that the playground is embedded in.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from '@playwright/test';
import { test as base, expect } from './fixture';

interface Host {
  /** http://127.0.0.1:… : another origin than that of the playground, which is served on localhost. */
  readonly origin: string;
  /** Serves the body at a path; gives its address. */
  serve(path: string, body: string): string;
}

/** Playwright's test with such a host; that it is another origin is no complaint. */
export const test = base.extend<{ host: Host }>({
  provoked: /^elsewhere: http:\/\/127\.0\.0\.1:/,
  host: async ({ baseURL: _ }, use) => {
    const pages = new Map<string, string>();
    const server = createServer((request, response) => {
      const body = pages.get(request.url?.split('?')[0] ?? '');
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        body === undefined ? '' : `<!doctype html><meta charset="utf-8"><title>host</title>${listening}${body}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    pages.set('/favicon.ico', '');
    await use({
      origin,
      serve: (path, body) => {
        pages.set(path, body);
        return origin + path;
      },
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** In every page of the host: what it hears, kept. */
const listening = `<script>
  window.heard = [];
  addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
</script>`;

/** What a page of the host has heard of a type. */
export const heard = (page: Page | Frame, type: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (wanted) =>
      Reflect.get(window, 'heard')
        .map((m: { data: unknown }) => m.data)
        .filter((d: { type?: string }) => d?.type === wanted),
    type,
  );

/** The playground in the first frame has said that it listens. */
export const ready = (page: Page | Frame): Promise<void> => expect.poll(() => heard(page, 'ready')).not.toHaveLength(0);

let asked = 0;

/** Sends a message to the first frame of the page and waits for its reply. */
export async function ask(page: Page | Frame, type: string, fields: object = {}): Promise<Record<string, never>> {
  const id = ++asked;
  await post(page, { source: 'backprop-playground', v: 1, type, id, ...fields });
  const reply = await page.waitForFunction(
    (wanted) => Reflect.get(window, 'heard').find((m: { data: { id?: number } }) => m.data?.id === wanted)?.data,
    id,
  );
  return reply.jsonValue();
}

export const post = (page: Page | Frame, message: unknown, times = 1): Promise<void> =>
  page.evaluate(
    ({ message, times }) => {
      for (let i = 0; i < times; i++) frames[0]?.postMessage(message, '*');
    },
    { message, times },
  );
