import type { Grid } from './contours';

/** Draws the grid a pixel a point, which the browser stretches: opaque where the cost is high, clear where it is low. */
export function shade(canvas: HTMLCanvasElement, { costs, resolution }: Grid): void {
  const drawing = canvas.getContext('2d');
  if (!drawing) return;
  const [red = 0, green = 0, blue = 0] = colourOf(canvas);
  canvas.width = resolution;
  canvas.height = resolution;
  const image = drawing.createImageData(resolution, resolution);
  const values = Array.from(costs);
  const finite = values.filter(Number.isFinite);
  const least = Math.min(...finite);
  const span = Math.max(...finite) - least || 1;
  values.forEach((cost, k) => {
    // Rows of the picture run downwards, the second axis upwards.
    const pixel = 4 * ((resolution - 1 - (k % resolution)) * resolution + Math.floor(k / resolution));
    const height = Number.isFinite(cost) ? Math.sqrt((cost - least) / span) : 1;
    image.data.set([red, green, blue, Math.round(150 * height)], pixel);
  });
  drawing.putImageData(image, 0, 0);
}

/** The colour that the style sheet gives the canvas, as three bytes. */
const colourOf = (canvas: HTMLCanvasElement): number[] =>
  (getComputedStyle(canvas).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
