/** Where the heads of a drawing stand. Pure geometry, in CSS pixels of the drawing. */
import type { Box, Layout, UnitPlace } from '../diagram/layout';

/** Left, top, width and height, as the style of an absolutely placed element. */
type Style = Readonly<Record<'left' | 'top' | 'width' | 'height', string>>;

interface Heads {
  readonly inputs: Style;
  readonly layers: readonly Style[];
  readonly cost: Style;
}

/** Between a head and what stands next to it. */
const gap = 6;
/** A head need not be wider than this many times its height. */
const widest = 2.75;

/** Above the drawing, one column each, where it flows to the right; before each part where it flows down. */
export function headsOf(places: Layout, height: number): Heads {
  return places.flow === 'right' ? above(places, height) : between(places, height);
}

const style = (left: number, top: number, width: number, height: number): Style => ({
  left: `${left}px`,
  top: `${top}px`,
  width: `${width}px`,
  height: `${height}px`,
});

function above({ inputs, units, cost }: Layout, height: number): Heads {
  const over = (left: number, width: number) => style(left, -height, width, height - 2 * gap);
  const ends = (box: Box | undefined): readonly [number, number] =>
    box ? [box.x - box.width / 2, box.x + box.width / 2] : [0, 0];
  const [first] = inputs;
  const [start, end] = ends(first);
  const [costStart, costEnd] = ends(cost);
  let before = end;
  return {
    inputs: over(start, end - start),
    layers: units.map((layer) => {
      const from = before;
      before = last(layer, (unit) => unit.x + unit.radius);
      return over(from + gap, before - from - gap);
    }),
    cost: over(costStart, costEnd - costStart),
  };
}

function between({ inputs, units, cost, width }: Layout, height: number): Heads {
  const wide = Math.min(width, widest * height);
  const at = (top: number) => style((width - wide) / 2, top + gap, wide, height - gap);
  const [first] = inputs;
  let before = first ? first.y + first.height / 2 : 0;
  return {
    inputs: style((width - wide) / 2, 0, wide, height / 2 - gap),
    layers: units.map((layer) => {
      const top = before;
      before = last(layer, (unit) => unit.y + unit.radius + unit.after);
      return at(top);
    }),
    cost: style((width - wide) / 2, cost.y - (cost.height + height) / 2, wide, height / 2 - gap),
  };
}

const last = (units: readonly UnitPlace[], edge: (unit: UnitPlace) => number): number => Math.max(...units.map(edge));
