/**
 * The service worker, built as sw.js beside the page: after the first visit the page opens without a network. Each version
 * of the page is one cache, filled whole or not at all. A new version waits until the reader asks for it or no page of the
 * old one is open; what an old page has not yet fetched of itself stays in its cache.
 */

/** The parts of a worker's global scope that are used here; the types of a page know none of them. */
interface Scope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Written in by the build: the path of each file from here, and the digest of its content. */
declare const __FILES__: Readonly<Record<string, string>>;
declare const __VERSION__: string;

const worker = self as unknown as Scope;
const { scope } = worker.registration;
/** Other pages of the same host have caches too. */
const prefix = `backprop-playground ${scope} `;
const own = prefix + __VERSION__;
/** A developer's own machine: newer builds come by the minute, and another project may be served at the same address. */
const atHome = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(scope).hostname);
/** Versions before this one whose pages may still be open. */
const earlierKept = 2;

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event.request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(own);
  // The digest keeps out a file of another version, where a deployment is half done: then all is tried again later.
  const requests = Object.entries(__FILES__).map(
    ([path, integrity]) =>
      new Request(new URL(path, scope), { integrity, cache: path.startsWith('assets/') ? 'default' : 'no-cache' }),
  );
  try {
    await cache.addAll(requests);
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

async function takeOver(): Promise<void> {
  const earlier = (await versions()).filter((name) => name !== own);
  await Promise.all(earlier.slice(0, -earlierKept).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The caches of this page, the oldest first. */
const versions = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(prefix));

async function answer(request: Request): Promise<Response> {
  if (atHome && request.mode === 'navigate') {
    const served = await fetch(request).catch(() => undefined);
    if (served) return served;
  }
  const path = request.url.slice(scope.length).replace(/[?#].*/, '');
  // The page is one file, whatever its query says.
  const wanted = path === '' || path === 'index.html' ? scope : request.url;
  for (const name of [own, ...(await versions()).filter((name) => name !== own).reverse()]) {
    // A host that answers each origin differently sends these files to all alike.
    const kept = await (await caches.open(name)).match(wanted, { ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}
