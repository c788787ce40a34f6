// Inside somebody else's page, whatever that page does to the frame.
import type { FrameLocator, Page } from '@playwright/test';
import { closerWords } from '../../web/src/format/strings/closer';
import { expect } from './fixture';
import { ask, heard, ready, test } from './host';
import { atRest } from './reader';

const src = (baseURL: string | undefined, query = '') => `${baseURL}/?embed=1${query}`;
const inside = (page: Page, frame = 'iframe'): FrameLocator => page.frameLocator(frame).first();
const weight = (frame: FrameLocator) => frame.getByRole('spinbutton', { name: 'weight w₁', exact: true });

/** It computes, and it can be changed. */
async function expectAlive(frame: FrameLocator): Promise<void> {
  await expect(frame.getByTestId('cost')).toHaveText('0.142');
  await weight(frame).press('ArrowUp');
  await expect(weight(frame)).toHaveAttribute('aria-valuenow', '0.41');
}

/** Grows the frame as it asks to, as hosts do. */
const obliging = `<script>
  addEventListener('message', ({ data, source }) => {
    if (data.type !== 'resize') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = data.height + 'px';
    }
  });
</script>`;

test('it lives without allow, loading and style, in every sandbox with scripts, and with all storage refused', async ({
  page,
  host,
  baseURL,
}) => {
  const sandboxes = ['allow-scripts', 'allow-scripts allow-same-origin', 'allow-scripts allow-forms allow-popups'];
  await page.goto(
    host.serve(
      '/',
      `<iframe id="bare" src="${src(baseURL)}" width="900" height="500"></iframe>${sandboxes
        .map(
          (sandbox, i) =>
            `<iframe id="s${i}" sandbox="${sandbox}" src="${src(baseURL)}" width="900" height="500"></iframe>`,
        )
        .join('')}`,
    ),
  );
  await expectAlive(inside(page, '#bare'));
  for (let i = 0; i < sandboxes.length; i++) await expectAlive(inside(page, `#s${i}`));

  // A browser that lets no third party keep anything: every way to storage throws.
  await page.addInitScript(() => {
    if (window === window.top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.reload();
  await expectAlive(inside(page, '#bare'));
});

test('it fits a host of 320 pixels, and the way out of it opens the same state in a window of its own', async ({
  page,
  context,
  host,
  baseURL,
}) => {
  await page.goto(
    host.serve(
      '/',
      `<body style="margin:0"><iframe src="${src(baseURL)}" width="320" height="500" style="border:0"></iframe>`,
    ),
  );
  const frame = inside(page);
  await expectAlive(frame);
  for (const element of [frame.locator('header'), frame.getByRole('main')]) {
    const box = await element.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(320);
  }
  expect(await frame.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(320);
  await expect(frame.getByRole('button', { name: 'Examples', exact: true })).toBeHidden();
  await expect(frame.getByRole('button', { name: 'Document', exact: true })).toBeHidden();

  const [own] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Open in a window' }).click(),
  ]);
  await expect(own.getByRole('spinbutton', { name: 'weight w₁', exact: true })).toHaveAttribute(
    'aria-valuenow',
    '0.41',
  );
  await expect(own.getByRole('button', { name: 'Examples', exact: true })).toBeVisible();
  expect(own.url()).not.toContain('embed=1');
});

test('in a collapsed section it waits at 0 × 0, and is right when the section opens', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(
    host.serve(
      '/',
      `<details><summary>more</summary><iframe id="closed" src="${src(baseURL)}" width="700" height="400"></iframe></details>
       <div id="none" hidden><iframe id="small" src="${src(baseURL)}" width="0" height="0"></iframe></div>${obliging}`,
    ),
  );
  await expect.poll(() => heard(page, 'ready')).toHaveLength(2);
  // Of a page without a width no height means anything.
  expect(await heard(page, 'resize')).toEqual([]);
  await page.getByText('more').click();
  await expectAlive(inside(page, '#closed'));
  await expect(inside(page, '#closed').locator('.katex').first()).toBeVisible();
  await page.evaluate(() => {
    document.querySelector('#none')?.removeAttribute('hidden');
    document.querySelector('#small')?.setAttribute('width', '700');
  });
  await expectAlive(inside(page, '#small'));
  // Each is as high as it asked to be, and nothing of it scrolls.
  for (const id of ['#closed', '#small']) {
    const root = inside(page, id).locator('html');
    await expect.poll(() => root.evaluate((html) => html.scrollHeight - html.clientHeight)).toBeLessThanOrEqual(1);
    expect(await root.evaluate((html) => html.clientHeight)).toBeGreaterThan(800);
  }
});

test('its height follows from its width alone: told once a width, however high the host makes it, and understood by Canvas and H5P', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(
    host.serve(
      '/',
      `<div style="width:900px"><iframe src="${src(baseURL)}" style="width:100%;height:200px;border:0"></iframe></div>`,
    ),
  );
  await ready(page);
  const told = async () => (await heard(page, 'resize')).map(({ height }) => height as number);
  await expect.poll(told).not.toHaveLength(0);
  await expect(inside(page).locator('.katex').first()).toBeVisible();
  await atRest(told);
  const dress = (style: Record<string, string>) =>
    page.evaluate((change) => Object.assign(document.querySelector('iframe')?.style ?? {}, change), style);
  const count = (await told()).length;
  const last = (await told()).at(-1) ?? 0;
  // A host that takes 100 % of whatever it has, and one that adds to what it is told, for ever.
  for (const height of ['100vh', '3000px', `${last}px`, `${last + 40}px`]) {
    await dress({ height });
    await page.waitForTimeout(150);
  }
  expect((await told()).slice(count).filter((height) => height !== last)).toEqual([]);
  // At its own height nothing of it scrolls.
  await dress({ height: `${last}px` });
  expect(
    await inside(page)
      .locator('html')
      .evaluate((root) => root.scrollHeight - root.clientHeight),
  ).toBeLessThanOrEqual(1);

  // Another width, another height, told in all three ways.
  await page.evaluate(() => Object.assign(document.querySelector('div')?.style ?? {}, { width: '400px' }));
  await expect.poll(async () => (await told()).at(-1)).toBeGreaterThan(last);
  const now = (await told()).at(-1);
  const said = await page.evaluate(() => Reflect.get(window, 'heard').map((m: { data: unknown }) => m.data));
  expect(said).toContainEqual({ subject: 'lti.frameResize', height: now });
  expect(said).toContainEqual({ context: 'h5p', action: 'resize', scrollHeight: now, height: now });
  expect(said).toContainEqual({ context: 'h5p', action: 'hello' });
});

test('an obliging host and the page come to rest at every width', async ({ page, host, baseURL }) => {
  await page.goto(
    host.serve(
      '/',
      `<div style="width:980px"><iframe src="${src(baseURL)}" style="width:100%;height:10px;border:0"></iframe></div>${obliging}`,
    ),
  );
  await ready(page);
  await expect(inside(page).locator('.katex').first()).toBeVisible();
  for (const width of [980, 700, 641, 500, 360, 1200]) {
    await page.evaluate((w) => Object.assign(document.querySelector('div')?.style ?? {}, { width: `${w}px` }), width);
    // It comes to rest at every width.
    await atRest(async () => (await heard(page, 'resize')).length);
    expect(
      await inside(page)
        .locator('html')
        .evaluate((root) => root.scrollHeight - root.clientHeight),
      `whole at ${width}`,
    ).toBeLessThanOrEqual(1);
  }
});

test('it takes neither the focus nor the wheel nor a key from the page around it', async ({ page, host, baseURL }) => {
  await page.goto(
    host.serve(
      '/',
      `<p><input id="mine" autofocus></p><iframe src="${src(baseURL, '&show=landscape&autoplay=1')}" width="900" height="1200"></iframe><div style="height:3000px"></div>`,
    ),
  );
  await ready(page);
  const frame = inside(page);
  await expect(
    frame
      .getByRole('region', { name: closerWords.names.landscape })
      .or(frame.locator('[id^="closer-landscape"]'))
      .first(),
  ).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('mine');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // Keys that would undo, walk or step go to the field that has the focus.
  await ask(page, 'pause');
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.locator('#mine').click();
  const before = await frame.getByTestId('cost').textContent();
  for (const key of ['Control+z', 'ArrowRight', 'ArrowLeft', 'Space', 's', '?']) await page.keyboard.press(key);
  await expect(frame.getByTestId('cost')).toHaveText(before ?? '');
  // The wheel over the frame, whose own page is at its end, moves the page around it.
  await page.evaluate(() => Object.assign(document.querySelector('iframe')?.style ?? {}, { height: '2600px' }));
  await page.mouse.move(400, 300);
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100);
  }).toPass();
});
