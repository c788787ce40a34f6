// The HTTP headers the page is served with: the one place that writes them. The preview server sends them, the tests
// run under them, and a host that serves `dist/` should send the same.

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

export const developmentHeaders = { ...headers, 'Content-Security-Policy': write(developmentPolicy) };
