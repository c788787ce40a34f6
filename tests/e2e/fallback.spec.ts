import type { Page } from '@playwright/test';
import { strings } from '../../web/src/format/strings';
import { expect, test } from './fixture';

/** The numbers of the worked example; tests/web/workedExample.test.ts holds each of them to the engine. */
async function expectWorkedExample(page: Page): Promise<void> {
  const example = page.getByRole('article');
  await expect(example.getByRole('heading', { level: 1 })).toBeVisible();
  for (const text of [
    'y_p = σ(w₃ · ReLU(w₂ · ReLU(w₁ · i₁)))',
    'C = (0.623 − 1)² = 0.142',
    '1.20 × 0.700 × 0.352 × (−0.753) = −0.223',
    '= −0.127',
    '= −0.0594',
    '= 0.534',
  ]) {
    await expect(example.getByText(text)).toBeVisible();
  }
  await expect(page.getByRole('spinbutton')).toHaveCount(0);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that it needs it and shows the worked example', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText('The live page needs JavaScript')).toBeVisible();
    await expectWorkedExample(page);
  });
});

test('without WebAssembly the page says so and shows the worked example', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto('/');
  await expect(page.getByText('This browser cannot run WebAssembly')).toBeVisible();
  await expectWorkedExample(page);
});

test('without SIMD the page says so and shows the worked example', async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('/');
  await expect(page.getByText('WebAssembly has no SIMD')).toBeVisible();
  await expectWorkedExample(page);
});

test.describe('with a broken core', () => {
  test.use({ provoked: /wasm|WebAssembly|ArrayBuffer instantiation|Aborted/ });

  test('the page says that it cannot be loaded and shows the worked example', async ({ page }) => {
    await page.route('**/*.wasm', (route) =>
      route.fulfill({ contentType: 'application/wasm', body: 'not WebAssembly' }),
    );
    await page.goto('/');
    await expect(page.getByText('The computing core could not be loaded')).toBeVisible();
    await expectWorkedExample(page);
  });
});

test('the worked example is not seen while the live page starts', async ({ page }) => {
  // The core keeps the reader waiting.
  await page.route('**/*.wasm', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'worked example' })).toHaveCount(0);
  await expect(page.getByRole('spinbutton').first()).toBeVisible();
  await expect(page.getByText('worked example')).toHaveCount(0);
});

test.describe('without KaTeX', () => {
  test.use({ provoked: /katex|Failed to load resource/ });

  test('the formulas are there as plain text', async ({ page }) => {
    await page.route('**/katex*', (route) => route.abort());
    await page.goto('/');
    await page.getByRole('button', { name: strings.chain.showAll }).click();
    const factor = page.getByRole('button', { name: 'the change of a₃ per change of a₂: ' });
    await expect(factor).toContainText('∂a₃/∂a₂');
    await expect(factor).toContainText('σ′(z₃) · w₃');
    await expect(factor.locator('.katex')).toHaveCount(0);
  });
});
