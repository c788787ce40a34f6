// The snippets of docs/hosting in the very servers they are for, wherever these are installed.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { inRepository } from '../../scripts/page.mjs';
import { complaintsIn } from '../e2e/fixture';
import { freePort } from '../freePort';
import { publish } from '../staticHost';

const snippet = (name: string) => readFileSync(inRepository(`docs/hosting/${name}`), 'utf8');

/** Each with what a server says of itself around the snippet; `room` holds www/playground. */
const servers = {
  nginx: {
    program: '/usr/sbin/nginx',
    args: (room: string) => ['-c', join(room, 'nginx.conf')],
    prepare(room: string, port: number) {
      const [ofHttp = '', ofServer = ''] = snippet('nginx.conf')
        .replaceAll('/var/www/', `${room}/www/`)
        .split('# Inside server { }:');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${room}/${name};`,
      );
      writeFileSync(
        join(room, 'nginx.conf'),
        `daemon off; pid ${room}/pid; error_log ${room}/errors;
         events { }
         http { access_log off; ${temporary.join(' ')} ${ofHttp}
           server { listen 127.0.0.1:${port}; ${ofServer} } }`,
      );
    },
  },
  Apache: {
    program: '/usr/sbin/apache2',
    args: (room: string) => ['-f', join(room, 'httpd.conf'), '-DFOREGROUND'],
    prepare(room: string, port: number) {
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      writeFileSync(
        join(room, 'httpd.conf'),
        `ServerRoot ${room}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${room}/pid
ErrorLog ${room}/errors
${modules.join('\n')}
TypesConfig /etc/mime.types
User www-data
Group www-data
DocumentRoot ${room}/www
DirectoryIndex index.html
<Directory ${room}/www>
  AllowOverride FileInfo
  Require all granted
</Directory>
`,
      );
      cpSync(inRepository('docs/hosting/apache.htaccess'), join(room, 'www/playground/.htaccess'));
    },
  },
} as const;

const answers = (address: string) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

let room: string;
let server: ChildProcess | undefined;

test.beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'backprop-'));
  // The workers of a server are another user.
  chmodSync(room, 0o755);
});

test.afterEach(async () => {
  const ended = server && new Promise((resolve) => server?.once('exit', resolve));
  server?.kill();
  server = undefined;
  await ended;
  rmSync(room, { recursive: true, force: true });
});

/** In a sandboxed frame of a page on another site: the first screen, and a view whose code and engine come later. */
async function expectWhole(page: Page): Promise<void> {
  const inside = page.frameLocator('iframe');
  await expect(inside.getByTestId('cost')).toHaveText('0.142');
  await expect(inside.locator('.katex').first()).toBeVisible();
  await inside.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(inside.locator('#closer-check table').first()).toBeVisible();
}

for (const [name, { program, args, prepare }] of Object.entries(servers)) {
  test(`served by ${name} with its snippet the page works in a sandboxed frame, is kept for later, and says how long to keep each file`, async ({
    page,
    context,
  }) => {
    test.skip(!existsSync(program), `${program} is not installed`);
    mkdirSync(join(room, 'www'));
    cpSync(inRepository('dist'), join(room, 'www/playground'), { recursive: true });
    const port = await freePort();
    prepare(room, port);
    server = spawn(program, args(room), { stdio: 'ignore' });
    const address = `http://localhost:${port}/playground/`;
    await expect.poll(() => answers(`http://127.0.0.1:${port}/playground/`)).toBe(true);

    mkdirSync(join(room, 'course'));
    writeFileSync(
      join(room, 'course/index.html'),
      `<link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${address}?embed=1" width="1000" height="700"></iframe>`,
    );
    const course = await publish(join(room, 'course'), '/', () => ({}), '127.0.0.1');
    await page.goto(course.address);
    await expectWhole(page);

    const complaints = await complaintsIn(context, address);
    // Without the slash too.
    await page.goto(address.slice(0, -1));
    await expect(page.getByTestId('cost')).toHaveText('0.142');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    const kept = (path: string) => fetch(address + path).then(({ headers }) => headers.get('cache-control'));
    expect(await kept('')).toBe('no-cache');
    expect(await kept('sw.js')).toBe('no-cache');
    const [asset = ''] = /assets\/[^"]+\.js/.exec(readFileSync(inRepository('dist/index.html'), 'utf8')) ?? [];
    expect(await kept(asset)).toContain('immutable');
    expect(complaints).toEqual([]);

    await course.close();
  });
}
