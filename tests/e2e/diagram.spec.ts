import { expect, test } from './fixture';
import { startScenario } from './networks';
import * as reader from './reader';
import { cost, diagram, expectPrinted, field, gradient, network, neuron, textOf, visit } from './reader';

const exactly = { version: 1, start: startScenario, notation: { digits: 17 } };

test('the start page shows the note’s network with the note’s numbers', async ({ page }) => {
  await visit(page);
  await expect(field(page, 'input i₁')).toHaveValue('1.20');
  await expect(field(page, 'weight w₁')).toHaveValue('0.400');
  await expect(field(page, 'weight w₂')).toHaveValue('0.700');
  await expect(field(page, 'weight w₃')).toHaveValue('1.50');
  await expect(field(page, 'target y')).toHaveValue('1.00');
  await expect(field(page, 'learning rate α')).toHaveValue('0.600');
  await expect(cost(page)).toHaveText('0.142');
  await expect(diagram(page)).toContainText('yp0.623');
});

test('forward values and backward derivatives stand on the picture', async ({ page }) => {
  await visit(page);
  await expect(neuron(page, 'a₁')).toContainText(/a1 0\.480.*slope 1\.00.*∂C\/∂a1 −0\.186/);
  await expect(neuron(page, 'a₂')).toContainText(/a2 0\.336.*slope 1\.00.*∂C\/∂a2 −0\.265/);
  await expect(neuron(page, 'a₃')).toContainText(/a3 0\.623.*slope 0\.235.*∂C\/∂a3 −0\.753/);
  await expect(diagram(page)).toContainText('∂C/∂w1 −0.223');
  await expect(diagram(page)).toContainText('∂C/∂w2 −0.127');
  await expect(diagram(page)).toContainText('∂C/∂w3 −0.0594');
});

test('with 17 digits the page shows the published numbers to 1e-15', async ({ page }) => {
  await visit(page);
  await reader.openDocument(page, exactly);
  const near = async (text: Promise<string>, value: number) => expectPrinted(await text, value, 1e-15);
  await near(textOf(cost(page)), 0.14182840014340992);
  for (const [symbol, value] of [
    ['w₁', -0.22280747945323093],
    ['w₂', -0.12731855968756053],
    ['w₃', -0.059415327854194906],
  ] as const) {
    await reader.explain(page, symbol);
    await near(textOf(gradient(page)), value);
  }
  await reader.button(page, 'Step').click();
  for (const [symbol, value] of [
    ['w₁', 0.5336844876719385],
    ['w₂', 0.7763911358125363],
    ['w₃', 1.535649196712517],
  ] as const) {
    await near(field(page, `weight ${symbol}`).inputValue(), value);
  }
});

test('the note’s other numbers come out as well', async ({ page }) => {
  await visit(page);
  for (const [name, value] of [
    ['input i₁', '1'],
    ['weight w₁', '0.5'],
    ['weight w₂', '0.8'],
    ['weight w₃', '1.2'],
    ['target y', '0'],
    ['learning rate α', '0.1'],
  ] as const) {
    await field(page, name).fill(value);
  }
  await expect(cost(page)).toHaveText('0.382');
  await expect(diagram(page)).toContainText('yp0.618');
  await expect(diagram(page)).toContainText('∂C/∂w1 0.280');
  await expect(diagram(page)).toContainText('∂C/∂w2 0.175');
  await expect(diagram(page)).toContainText('∂C/∂w3 0.117');
  await reader.button(page, 'Step').click();
  await expect(field(page, 'weight w₁')).toHaveValue('0.472');
  await expect(field(page, 'weight w₂')).toHaveValue('0.782');
  await expect(field(page, 'weight w₃')).toHaveValue('1.19');
});

test('one line says what is given, what the network says and what may change, and follows the numbers', async ({
  page,
}) => {
  await visit(page);
  await expect(network(page)).toContainText(
    'Given: i₁ = 1.2, and y should be 1. The network says 0.623. Training may change only w₁, w₂ and w₃.',
  );
  await field(page, 'input i₁').fill('-2.5');
  await field(page, 'target y').fill('0.25');
  await expect(network(page)).toContainText('Given: i₁ = −2.5, and y should be 0.25. The network says 0.500.');
});

test('what training may change and what is given look different, by more than colour', async ({ page }) => {
  await visit(page);
  const underline = (name: string) =>
    field(page, name).evaluate((element) => getComputedStyle(element).textDecorationLine);
  for (const name of ['weight w₁', 'weight w₂', 'weight w₃']) expect(await underline(name)).toBe('underline');
  for (const name of ['input i₁', 'target y']) expect(await underline(name)).toBe('none');
  await expect(diagram(page).getByText('given', { exact: true })).toHaveCount(2);
});

test('forward and backward are told apart by more than colour', async ({ page }) => {
  await visit(page);
  const legend = network(page).getByRole('list');
  await expect(legend).toContainText('forward: values');
  await expect(legend).toContainText('backward: how strongly C answers');
  const dashes = (marker: string) =>
    diagram(page)
      .locator(`path[marker-end="url(#${marker})"]`)
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).strokeDasharray));
  expect(new Set(await dashes('ahead'))).toEqual(new Set(['none']));
  expect((await dashes('backwards')).length).toBeGreaterThan(0);
  expect(await dashes('backwards')).not.toContain('none');
});

test('a weight below 0 is drawn with another line than one above', async ({ page }) => {
  await visit(page);
  const dashed = () =>
    diagram(page)
      .locator('path[marker-end="url(#ahead)"]')
      .evaluateAll((paths) => paths.filter((path) => getComputedStyle(path).strokeDasharray !== 'none').length);
  expect(await dashed()).toBe(0);
  await field(page, 'weight w₂').fill('-0.7');
  await expect.poll(dashed).toBe(1);
});

test('the tangent in a neuron has the slope of the curve where the point is', async ({ page }) => {
  await visit(page);
  // Each neuron is one group of the drawing: axes, the curve, the tangent (a line that is neither level nor upright), the point.
  const drawn = () =>
    diagram(page)
      .locator('svg g:has(> polyline)')
      .evaluateAll((groups) =>
        groups.map((group) => {
          const number = (element: Element, name: string) => Number(element.getAttribute(name));
          const lines = [...group.querySelectorAll('line')].map((line) => ({
            x: number(line, 'x2') - number(line, 'x1'),
            y: number(line, 'y2') - number(line, 'y1'),
          }));
          const tangent = lines.at(-1) ?? { x: 0, y: 0 };
          const point = group.querySelector('circle:last-of-type');
          const at = { x: number(point as Element, 'cx'), y: number(point as Element, 'cy') };
          const curve = (group.querySelector('polyline')?.getAttribute('points') ?? '')
            .trim()
            .split(' ')
            .map((pair) => pair.split(',').map(Number));
          const right = curve.findIndex(([x]) => (x ?? 0) > at.x);
          const [x1 = 0, y1 = 0] = curve[right - 1] ?? [];
          const [x2 = 0, y2 = 0] = curve[right] ?? [];
          return { tangent: tangent.y / tangent.x, curve: (y2 - y1) / (x2 - x1) };
        }),
      );
  for (const [name, value] of [
    ['weight w₃', '1.5'],
    ['weight w₃', '-9'],
    ['weight w₂', '-0.7'],
  ] as const) {
    await field(page, name).fill(value);
    const neurons = await drawn();
    expect(neurons).toHaveLength(startScenario.layers.length);
    // The curve is drawn to a tenth of a pixel, a point every pixel.
    for (const { tangent, curve } of neurons) expect(Math.abs(tangent - curve)).toBeLessThan(0.25);
  }
});

test('arithmetic that leaves the finite numbers is named, and the page goes on', async ({ page }) => {
  await visit(page);
  await field(page, 'weight w₁').fill('1e200');
  await field(page, 'weight w₂').fill('1e200');
  await expect(neuron(page, 'a₂')).toContainText('∞');
  await field(page, 'weight w₂').fill('0.7');
  await field(page, 'weight w₁').fill('0.4');
  await expect(cost(page)).toHaveText('0.142');
});

test('on paper the drawing fits the sheet, and what drives the page is not on it', async ({ page }) => {
  await visit(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const width = () => diagram(page).evaluate((frame) => frame.scrollWidth);
  await expect
    .poll(() =>
      diagram(page)
        .locator('svg')
        .first()
        .evaluate((svg) => svg.clientWidth),
    )
    .toBeLessThan(700);
  await expect(page.locator('[data-part="player"]').first()).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect.poll(width).toBeGreaterThan(1000);
});
