import type { UnitPlace } from '../diagram/layout';

/** The stretch of the drawing, from left to right, that its frame shows; in the drawing's own pixels. */
export interface Sight {
  readonly left: number;
  readonly right: number;
}

/** What can be seen of a drawing of this width, which stands first in its frame, however far that is scrolled. */
export function sightOf(frame: Element | null, width: number): Sight {
  const drawing = frame?.firstElementChild?.getBoundingClientRect();
  if (!frame || !drawing || drawing.width === 0) return { left: 0, right: width };
  const scale = drawing.width / width;
  const left = (frame.getBoundingClientRect().left - drawing.left) / scale;
  return { left: Math.max(0, left), right: Math.min(width, left + frame.clientWidth / scale) };
}

/** Where a card is, in pixels of the drawing: from its lower edge where it would reach beyond that. */
interface CardPlace {
  readonly left: number;
  readonly width: number;
  readonly down: { readonly top: number } | { readonly bottom: number };
}

const gap = 8;
/** A card beside a unit begins so far above its middle. */
const rise = 30;

/**
 * Where a card of at most `size` stands for a unit: at its right, or at its left, or where neither is in sight below or above
 * it; within what is seen of a drawing of this height.
 */
export function besideUnit(
  { x, y, radius }: Pick<UnitPlace, 'x' | 'y' | 'radius'>,
  size: { readonly width: number; readonly height: number },
  { left, right }: Sight,
  height: number,
): CardPlace {
  const width = Math.min(size.width, right - left);
  const away = radius + gap;
  const beside = y - rise + size.height <= height ? { top: Math.max(0, y - rise) } : { bottom: 0 };
  if (x + away + width <= right) return { left: x + away, width, down: beside };
  if (x - away - width >= left) return { left: x - away - width, width, down: beside };
  const fits = y + away + size.height <= height;
  return {
    left: Math.max(left, Math.min(x - width / 2, right - width)),
    width,
    down: fits ? { top: y + away } : { bottom: height - y + away },
  };
}
