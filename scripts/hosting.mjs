// What a static host has to be told, in the words of each: the headers of headers.mjs, and which files may be kept.
// node scripts/hosting.mjs writes the snippets into docs/hosting.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headers, headersOf } from './headers.mjs';
import { root } from './run.mjs';

/** The names of files in assets/ contain their content's hash. */
const forEver = 'public, max-age=31536000, immutable';
/** Everything else is asked for again, which costs a "304 Not Modified". */
const askAgain = 'no-cache';

/** @param {Record<string, string>} of */
const pairs = (of) => Object.entries(of);

const nginx = () => `# Backprop Playground on nginx, with dist/ copied to /var/www/playground.

# Inside http { }:
map $uri $playground_cache {
    default                "${askAgain}";
    ~^/playground/assets/  "${forEver}";
}

# Inside server { }:
location = /playground {
    absolute_redirect off;
    return 301 /playground/;
}
location /playground/ {
    alias /var/www/playground/;
    index index.html;
    types {
        text/html        html;
        text/css         css;
        text/javascript  js;
        application/wasm wasm;
        image/svg+xml    svg;
        image/png        png;
        font/woff2       woff2;
    }
    gzip on;
    gzip_types text/css text/javascript application/wasm image/svg+xml;

    # $scheme://$http_host is this host's own origin, which WebKit needs beside 'self' in a sandboxed frame.
${pairs(headersOf('$scheme://$http_host'))
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join('\n')}
    add_header Cache-Control $playground_cache;
}
`;

const apache =
  () => `# Backprop Playground on Apache 2.4: this file as .htaccess beside index.html (AllowOverride FileInfo; mod_headers).
AddType application/wasm .wasm
AddType text/javascript .js
AddType font/woff2 .woff2
AddType image/svg+xml .svg

# %{REQUEST_SCHEME}://%{HTTP_HOST} is this host's own origin, which WebKit needs beside 'self' in a sandboxed frame.
${pairs(headersOf('%{REQUEST_SCHEME}://%{HTTP_HOST}'))
  .map(([name, value]) => `Header always set ${name} "${value.includes('%{') ? 'expr=' : ''}${value}"`)
  .join('\n')}

Header set Cache-Control "${askAgain}"
<If "%{REQUEST_URI} =~ m#/assets/#">
    Header set Cache-Control "${forEver}"
</If>
<IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/wasm image/svg+xml
</IfModule>
`;

/**
 * Netlify's and Cloudflare's file, for a site that is served at the root of its host. Both let a browser ask again for
 * what is not named here.
 * @param {string} [origin] of the site
 */
export const underscoreHeaders = (
  origin,
) => `# Backprop Playground on Netlify or Cloudflare Pages: they read this file from the root of the site.
${
  origin
    ? "# The site's own origin stands beside each 'self', since WebKit needs it in a sandboxed frame."
    : `# WebKit needs the site's own origin beside each 'self' to run the page in a frame with sandbox="allow-scripts":
# PLAYGROUND_URL=https://playground.example/ npm run build writes it so.`
}
/*
${pairs(origin ? headersOf(origin) : headers)
  .map(([name, value]) => `  ${name}: ${value}`)
  .join('\n')}
/assets/*
  Cache-Control: ${forEver}
`;

export const snippets = {
  'nginx.conf': nginx(),
  'apache.htaccess': apache(),
  _headers: underscoreHeaders('https://playground.example'),
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(root, 'docs/hosting');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(snippets)) writeFileSync(join(folder, name), text);
}
