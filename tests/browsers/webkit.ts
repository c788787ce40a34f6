// WebKit, over the plain W3C WebDriver protocol: https://www.w3.org/TR/webdriver2/
import { type Browser, called, size } from './browser';

const element = 'element-6066-11e4-a52e-4f735466cecf';
type Element = Record<typeof element, string>;

const capabilities = {
  alwaysMatch: {
    'webkitgtk:browserOptions': {
      binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      args: ['--automation'],
    },
    timeouts: { script: 120_000, pageLoad: 60_000 },
  },
};

/** A session of the driver that listens at `address`. */
export async function connect(address: string): Promise<Browser> {
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${address}/session`, { capabilities });
  const session = `${address}/session/${sessionId}`;
  const post = <T>(path: string, body: unknown = {}) => ask<T>('POST', `${session}/${path}`, body);
  const find = (using: string, value: string) => post<Element>('element', { using, value });
  const run = async <T>(body: string): Promise<T> => {
    const script = `const done = arguments[0];
      ${called(body)}.then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`;
    const { value, error } = await post<{ value: T; error?: string }>('execute/async', { script, args: [] });
    if (error !== undefined) throw new Error(error);
    return value;
  };
  return {
    name: 'WebKit',
    async open(url) {
      await post('frame', { id: null });
      await post('url', { url });
      await takeSize();
    },
    run,
    click: async (xpath) => void (await post(`element/${(await find('xpath', xpath))[element]}/click`)),
    enter: async (selector) => void (await post('frame', { id: await find('css selector', selector) })),
    close: () => ask('DELETE', session),
  };

  /** The window has bars, and the size that is meant is the page's. */
  async function takeSize(): Promise<void> {
    const inner = await run<typeof size>('return { width: innerWidth, height: innerHeight }');
    if (inner.width === size.width && inner.height === size.height) return;
    const outer = await ask<typeof size>('GET', `${session}/window/rect`);
    await post('window/rect', {
      width: outer.width + size.width - inner.width,
      height: outer.height + size.height - inner.height,
    });
  }
}

async function ask<T>(method: string, url: string, body?: unknown): Promise<T> {
  const response = await fetch(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${value?.error}: ${value?.message}`);
  return value;
}
