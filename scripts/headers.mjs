// The HTTP headers the page is served with: the one place that writes them. The preview server sends them, the tests
// run under them, and the snippets for hosts that serve `dist/` (hosting.mjs) are made of them.

const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
};

// What hot reloading cannot do without: Vite's client puts each style sheet in a <style> element and listens on a socket.
const developmentPolicy = {
  ...policy,
  'style-src': [...policy['style-src'], "'unsafe-inline'"],
  'connect-src': [...policy['connect-src'], 'ws:'],
};

/**
 * The policy with an origin named wherever it says 'self'. WebKit finds that nothing is 'self' in a frame with
 * sandbox="allow-scripts", whose origin is opaque; the other browsers compare with the page's address.
 * @param {string} origin
 */
const naming = (origin) =>
  Object.fromEntries(
    Object.entries(policy).map(([name, sources]) => [
      name,
      sources.flatMap((source) => (source === "'self'" ? [source, origin] : [source])),
    ]),
  );

/** @param {Record<string, string[]>} directives */
const write = (directives) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

// No X-Frame-Options and no frame-ancestors: embedding is the product. A frame with sandbox="allow-scripts" has an
// opaque origin, so without the second header its own scripts would be refused as cross-origin.
export const headers = {
  'Content-Security-Policy': write(policy),
  'Access-Control-Allow-Origin': '*',
};

/**
 * The same for a host of that origin, or a variable of the server's that stands for it.
 * @param {string} origin
 */
export const headersOf = (origin) => ({ ...headers, 'Content-Security-Policy': write(naming(origin)) });

export const developmentHeaders = { ...headers, 'Content-Security-Policy': write(developmentPolicy) };
