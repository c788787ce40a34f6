/** Sizes of the drawing, from a quarter to four times: steps that feel alike. */
const step = 1.2;
const least = 0.25;
const most = 4;

/** The size after one step up (1) or down (−1); on its way it stops at 1. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next = zoom * step ** direction;
  const passesOne = (zoom - 1) * (next - 1) < 0 || Math.abs(next - 1) < 0.01;
  return passesOne ? 1 : Math.min(most, Math.max(least, next));
}
