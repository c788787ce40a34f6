/**
 * Where everything of a dense network stands. Pure geometry: a shape and a width in, places in CSS pixels out.
 *
 * The network flows along one axis (the layers) and spreads across the other (the units of a layer). Wide frames let it flow
 * to the right, narrow ones downwards. Each incoming edge of a unit has a lane of its own, on which the weight's chip sits
 * like a bead; a layer with too many weights for that gives a lane to the chosen one alone.
 */
import { type ArrangedUnit, type Arrangement, arrange, type Limits, type Spot, usualLimits } from './arrange';
import { beside, gradientLabel, type Manner, type Measures, measuresFor } from './measures';

export interface NetworkShape {
  readonly inputs: number;
  readonly layers: readonly { readonly units: number; readonly biases: boolean }[];
}

/** The parameter whose lane is drawn even where a layer has too many for all. `input` undefined = the bias. */
export interface ChosenLane {
  readonly layer: number;
  readonly unit: number;
  readonly input: number | undefined;
}

interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  /** x, y: the centre */
  readonly width: number;
  readonly height: number;
}

export interface UnitPlace extends Point {
  readonly layer: number;
  readonly unit: number;
  readonly radius: number;
  /** Width of the lines of numbers that stand on it, and their height behind it along the flow. */
  readonly labels: number;
  readonly after: number;
  /** Small units show a curve and a value; the rest is told on demand. */
  readonly small: boolean;
}

export interface LanePlace {
  readonly layer: number;
  readonly unit: number;
  /** undefined = the bias */
  readonly input: number | undefined;
  /** Centre of the weight's chip, where it has one. */
  readonly chip: Box | undefined;
  /** From the source to the unit. */
  readonly path: string;
  /** The way back of the derivative: from the unit to the source, beside the path. Only where there is a chip. */
  readonly back: string | undefined;
}

export interface Layout {
  readonly flow: 'right' | 'down';
  /** Where the numbers of units and outputs stand. */
  readonly manner: Manner;
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Box[];
  readonly units: readonly (readonly UnitPlace[])[];
  readonly lanes: readonly LanePlace[];
  /** From each output unit to the cost, and back. */
  readonly outputs: readonly { readonly path: string; readonly back: string }[];
  readonly cost: Box;
}

/**
 * The way the network flows in a frame of this width, and where everything stands, for numbers of so many digits in text
 * `scale` times as large as usual. While it is edited, each layer has a head: above the drawing, or where it flows down
 * before the layer.
 */
export function layout(
  shape: NetworkShape,
  frame: number,
  chosen?: ChosenLane,
  digits = 3,
  editing = false,
  scale = 1,
): Layout {
  const width = Math.floor(frame / scale);
  const rightwards = measuresFor('right', digits);
  const right = arrange(shape, rightwards, width, chosen);
  if (right.along <= width + rounding) return draw(right, 'right', rightwards, frame, scale);
  const downwards = measuresFor('down', digits, editing);
  const down = arrange(shape, downwards, width, chosen);
  if (down.left + down.right <= width) return draw(down, 'down', downwards, frame, scale);
  const narrow = measuresFor('narrow', digits, editing);
  let least = down;
  for (const limits of tighter(width, narrow)) {
    least = arrange(shape, narrow, width, chosen, limits);
    if (least.left + least.right <= width) break;
  }
  // Where nothing fits, down only if it sticks out far less: a network is read from left to right.
  return least.left + least.right <= Math.max(width, right.along / 2)
    ? draw(least, 'narrow', narrow, frame, scale)
    : draw(right, 'right', rightwards, frame, scale);
}

/** What a narrow frame leaves out, one after the other: chips of other units, of other edges, and numbers of many units. */
function tighter(width: number, m: Measures): readonly Limits[] {
  const { left, right } = m.unit(false);
  const largeUnits = Math.min(usualLimits.largeUnits, Math.floor(width / (left + right + m.unitGap)));
  const own = { ...usualLimits, lanes: 0 };
  const alone = { ...own, lanesOfUnit: 0 };
  return [usualLimits, own, alone, { ...own, largeUnits }, { ...alone, largeUnits }];
}

/** The least width at which the network still flows to the right, and at which it flows down; and its height then. */
export function leastWidths(
  shape: NetworkShape,
  digits = 3,
  scale = 1,
): { right: number; down: number; height: number } {
  const down = arrange(shape, measuresFor('down', digits), 0, undefined);
  return {
    right: scale * arrange(shape, measuresFor('right', digits), 0, undefined).along,
    down: scale * (down.left + down.right),
    height: scale * down.along,
  };
}

/** Gaps that fill the frame add up to a little more than it, in doubles. */
const rounding = 1e-6;

/** From an arrangement in usual sizes to pixels: everything grows with the text. */
function draw(a: Arrangement, manner: Manner, m: Measures, frame: number, scale: number): Layout {
  const right = manner === 'right';
  const across = a.left + a.right;
  const margin = Math.max(0, (frame - scale * (right ? a.along : across)) / 2);
  const chip = { width: scale * m.chip.width, height: scale * m.chip.height };
  const point = (s: Spot): Point =>
    right
      ? { x: scale * s.along + margin, y: scale * (s.across + a.left) }
      : { x: scale * (s.across + a.left) + margin, y: scale * s.along };
  const boxed = (s: Spot, along: number, acrossSize: number): Box => ({
    ...point(s),
    width: scale * (right ? along : acrossSize),
    height: scale * (right ? acrossSize : along),
  });
  const entry = (layer: number, unit: number): Spot => moved(a.units[layer]?.[unit], -1);
  const exit = (layer: number, unit: number): Spot =>
    layer < 0
      ? { along: m.head / 2 + m.input.along, across: a.inputs[unit]?.across ?? 0 }
      : moved(a.units[layer]?.[unit], 1);

  const lanes = a.lanes.map(({ layer, unit, input, chip: bead }): LanePlace => {
    const half = m.chipAlong / 2;
    const ends = bead ? [along(bead, -half), along(bead, half)] : [];
    const from = input === undefined ? along(ends[0] ?? entry(layer, unit), -10) : exit(layer - 1, input);
    const stops = [from, ...ends, entry(layer, unit)];
    return {
      layer,
      unit,
      input,
      // Downwards, the gradient's label takes the lower part of the lane.
      chip: bead && { ...point(right ? bead : along(bead, -gradientLabel / 2 - 2)), ...chip },
      path: curve(stops, point),
      back: bead && input !== undefined ? wayBack(stops, point) : undefined,
    };
  });

  const last = a.units[a.units.length - 1] ?? [];
  const spread = Math.min(26, a.cost.size.across / (last.length + 1));
  const outputs = last.map((_, unit) => {
    const stops = [
      exit(a.units.length - 1, unit),
      { along: a.cost.along - a.cost.size.along / 2, across: (unit - (last.length - 1) / 2) * spread },
    ];
    return { path: curve(stops, point), back: wayBack(stops, point) };
  });

  return {
    flow: right ? 'right' : 'down',
    manner,
    stacked: m.stacked,
    width: Math.max(frame, Math.ceil(scale * (right ? a.along : across) - rounding)),
    height: Math.ceil(scale * (right ? across : a.along)),
    inputs: a.inputs.map((s) => ({ ...point(s), ...chip })),
    units: a.units.map((units, layer) =>
      units.map((u, unit) => ({
        ...point(u),
        layer,
        unit,
        radius: scale * u.radius,
        labels: scale * u.labels,
        after: scale * u.after,
        small: u.small,
      })),
    ),
    lanes,
    outputs,
    cost: boxed(a.cost, a.cost.size.along, a.cost.size.across),
  };
}

const along = (s: Spot, by: number): Spot => ({ along: s.along + by, across: s.across });

/** Where the flow enters (−1) or leaves (1) a unit: behind its numbers, where they stand there. */
const moved = (unit: ArrangedUnit | undefined, side: -1 | 1): Spot =>
  unit ? along(unit, side * (unit.radius + (side > 0 && !unit.small ? unit.after : 0))) : { along: 0, across: 0 };

const wayBack = (stops: readonly Spot[], point: (s: Spot) => Point): string =>
  curve(stops.map((s) => ({ ...s, across: s.across + beside })).reverse(), point);

/** A smooth line through the stops, leaving and arriving in the direction of flow. */
function curve(stops: readonly Spot[], point: (s: Spot) => Point): string {
  const write = (s: Spot) => {
    const { x, y } = point(s);
    return `${round(x)} ${round(y)}`;
  };
  const [first, ...rest] = stops;
  if (!first) return '';
  let previous = first;
  let path = `M${write(first)}`;
  for (const stop of rest) {
    if (Math.abs(stop.across - previous.across) < 0.5) path += `L${write(stop)}`;
    else {
      const middle = (previous.along + stop.along) / 2;
      path += `C${write({ ...previous, along: middle })} ${write({ ...stop, along: middle })} ${write(stop)}`;
    }
    previous = stop;
  }
  return path;
}

const round = (x: number) => Math.round(x * 10) / 10;
