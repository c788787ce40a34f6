// The whole page in one HTML file that needs no server: scripts, styles, WebAssembly and fonts are inside, and a policy
// that allows exactly these.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inRepository } from './page.mjs';

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * @param {string} script
 * @param {string} style
 */
const policy = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src blob: data:',
    'font-src data:',
    'connect-src data:',
    // On a web server the embed builder shows the page in itself.
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

/**
 * `html` with its script, its style sheet and its icon inside it.
 * @param {string} html
 * @param {{ script: string, style: string, icon: string }} parts
 */
function inlined(html, { script, style, icon }) {
  // What would end the element early can only stand in a string, where it may be written differently.
  const js = script.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
  if (/<\/style/i.test(style)) throw new Error('The style sheet would end its own element.');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy(js, style)}" />`,
    `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}" />`,
    `<style>${style}</style>`,
  ];
  // Functions, since a text to put in may hold the $ that replace() would read as its own.
  return html
    .replaceAll(/\s*<script[^>]*src=[^>]*><\/script>|\s*<link[^>]*rel="(?:stylesheet|icon)"[^>]*>/g, '')
    .replace(/<meta charset[^>]*>/, (charset) => [charset, ...head].join('\n    '))
    .replace('</body>', () => `  <script type="module">${js}</script>\n  </body>`);
}

/**
 * Leaves only one file of a build.
 * @param {string} name
 * @returns {import('vite').Plugin}
 */
export const singleFile = (name) => ({
  name: 'single-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle);
      const text = (/** @type {string} */ ending) => {
        const [file, second] = files.filter(({ fileName }) => fileName.endsWith(ending));
        if (!file || second) throw new Error(`Expected one ${ending} file in the build.`);
        return file.type === 'chunk' ? file.code : String(file.source);
      };
      const icon = readFileSync(inRepository('web/public/icon.svg'), 'utf8');
      const source = inlined(text('.html'), { script: text('.js'), style: text('.css'), icon });
      for (const { fileName } of files) delete bundle[fileName];
      this.emitFile({ type: 'asset', fileName: name, source });
    },
  },
});

/**
 * One WebAssembly module instead of two: the whole engine is inside anyway, so the first screen takes it as well.
 * @type {import('vite').Plugin}
 */
export const oneEngine = {
  name: 'one-engine',
  enforce: 'pre',
  load: {
    filter: { id: /web\/src\/engine\/first\.ts$/ },
    handler: () => `export { loadWhole as loadFirst } from './load';`,
  },
};
