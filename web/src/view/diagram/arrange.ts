/** Places every part of a network along and across the flow, whichever way it will run on screen. */
import type { ChosenLane, NetworkShape } from './layout';
import type { Measures, UnitSize } from './measures';

/** How much of a layer is drawn whole. */
export interface Limits {
  /** A layer with more edges than this, or with small units, gives chips only to the unit that the chosen parameter belongs to. */
  readonly lanes: number;
  /** A unit with more edges than this shows the chosen one's chip alone. */
  readonly lanesOfUnit: number;
  /** A layer with more units than this draws them small. */
  readonly largeUnits: number;
}

export const usualLimits: Limits = { lanes: 16, lanesOfUnit: 12, largeUnits: 6 };

/** Across counts from the spine, the line through the middle of every layer. */
export interface Spot {
  readonly along: number;
  readonly across: number;
}

export interface ArrangedUnit extends Spot {
  readonly radius: number;
  readonly labels: number;
  readonly after: number;
  readonly small: boolean;
}

interface ArrangedLane {
  readonly layer: number;
  readonly unit: number;
  readonly input: number | undefined;
  readonly chip: Spot | undefined;
}

export interface Arrangement {
  readonly along: number;
  /** Room on the left and right of the spine. */
  readonly left: number;
  readonly right: number;
  readonly inputs: readonly Spot[];
  readonly units: readonly (readonly ArrangedUnit[])[];
  readonly lanes: readonly ArrangedLane[];
  readonly cost: Spot & { readonly size: { readonly along: number; readonly across: number } };
}

/** `width`: the frame's, along the flow; 0 = as tight as it may be. */
export function arrange(
  shape: NetworkShape,
  m: Measures,
  width: number,
  chosen: ChosenLane | undefined,
  limits = usualLimits,
): Arrangement {
  const layers = shape.layers.map((_, k) => spread(shape, k, m, chosen, limits));
  const cost = m.cost(shape.layers[shape.layers.length - 1]?.units ?? 0);
  const fixed =
    (layers.length + 1) * m.head +
    m.input.along +
    cost.along +
    layers.reduce((sum, { size }) => sum + m.chipAlong + 2 * size.radius + size.after, 0);
  const gaps = 2 * layers.length + 1;
  const least = layers.some((l) => l.mostShown > 2) ? m.gap.leastCrowded : m.gap.least;
  const room = (width - fixed) / gaps;
  const gap = room >= least ? Math.min(m.gap.most, room) : width > 0 ? m.gap.roomy : least;

  let along = m.head / 2 + m.input.along;
  const lanes: ArrangedLane[] = [];
  const units = layers.map(({ size, small, centres, lanesOf }, layer) => {
    const chipAt = along + gap + m.head + m.chipAlong / 2;
    const unitAt = chipAt + m.chipAlong / 2 + gap + size.radius;
    along = unitAt + size.radius + size.after;
    return centres.map((across, unit) => {
      const { shown, hidden } = lanesOf(unit);
      shown.forEach((input, i) => {
        const at = across + (i - (shown.length - 1) / 2) * m.laneAcross;
        lanes.push({ layer, unit, input, chip: { along: chipAt, across: at } });
      });
      for (const input of hidden) lanes.push({ layer, unit, input, chip: undefined });
      return { along: unitAt, across, radius: size.radius, labels: size.labels, after: size.after, small };
    });
  });
  const halfInputs = (shape.inputs * m.input.across) / 2;
  return {
    along: along + gap + m.head / 2 + cost.along,
    left: Math.max(halfInputs, cost.across / 2, ...layers.map((l) => l.left)),
    right: Math.max(halfInputs, cost.across / 2, ...layers.map((l) => l.right)),
    inputs: Array.from({ length: shape.inputs }, (_, i) => ({
      along: (m.head + m.input.along) / 2,
      across: (i - (shape.inputs - 1) / 2) * m.input.across,
    })),
    units,
    lanes,
    cost: { along: along + gap + (m.head + cost.along) / 2, across: 0, size: cost },
  };
}

interface Spread {
  readonly size: UnitSize;
  readonly small: boolean;
  /** Of each unit, from the spine. */
  readonly centres: readonly number[];
  readonly left: number;
  readonly right: number;
  /** Chips of the unit that has most. */
  readonly mostShown: number;
  /** The inputs (undefined = the bias) of a unit's edges: those with a chip and those without. */
  readonly lanesOf: (unit: number) => {
    shown: readonly (number | undefined)[];
    hidden: readonly (number | undefined)[];
  };
}

/** The units of one layer side by side, each with room for its lanes and its numbers. */
function spread(shape: NetworkShape, k: number, m: Measures, chosen: ChosenLane | undefined, limits: Limits): Spread {
  const layer = shape.layers[k] ?? { units: 0, biases: false };
  const { units, biases } = layer;
  const fanIn = k === 0 ? shape.inputs : (shape.layers[k - 1]?.units ?? 0);
  const edges = [...Array(fanIn).keys(), ...(biases ? [undefined] : [])];
  const small = units > limits.largeUnits;
  const all = !small && edges.length * units <= limits.lanes;
  const size = m.unit(small);
  const lanesOf = (unit: number) => {
    const own = chosen?.layer === k && chosen.unit === unit;
    const isShown = (input: number | undefined) =>
      all || (own && (edges.length <= limits.lanesOfUnit || chosen.input === input));
    return {
      shown: edges.filter(isShown),
      hidden: edges.filter((input) => !isShown(input) && input !== undefined),
    };
  };
  const extents = Array.from({ length: units }, (_, unit) => {
    const half = (lanesOf(unit).shown.length * m.laneAcross) / 2;
    return { left: Math.max(half, size.left), right: Math.max(half, size.right) };
  });
  const centres: number[] = [];
  extents.forEach(({ left }, unit) => {
    const before = extents[unit - 1];
    centres.push(before ? (centres[unit - 1] ?? 0) + before.right + m.unitGap + left : 0);
  });
  const middle = (centres[centres.length - 1] ?? 0) / 2;
  return {
    size,
    small,
    centres: centres.map((c) => c - middle),
    left: middle + (extents[0]?.left ?? 0),
    right: middle + (extents[extents.length - 1]?.right ?? 0),
    mostShown: Math.max(0, ...centres.map((_, unit) => lanesOf(unit).shown.length)),
    lanesOf,
  };
}
