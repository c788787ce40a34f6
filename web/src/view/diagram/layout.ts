/**
 * Where everything of a dense network stands. Pure geometry: a shape and a width in, places in CSS pixels out.
 *
 * The network flows along one axis (the layers) and spreads across the other (the units of a layer). Wide frames let it flow
 * to the right, narrow ones downwards. Each incoming edge of a unit has a lane of its own, on which the weight's chip sits
 * like a bead; a layer with too many weights for that gives a lane to the chosen one alone.
 */
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

export interface Point {
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
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly Box[];
  readonly units: readonly (readonly UnitPlace[])[];
  readonly lanes: readonly LanePlace[];
  /** From each output unit to the cost, and back. */
  readonly outputs: readonly { readonly path: string; readonly back: string }[];
  readonly cost: Box;
}

/** A layer with more lanes than this shows only the chosen one's chip. */
const MOST_LANES = 36;
/** A layer with more units than this draws them small. */
const MOST_LARGE_UNITS = 6;

const chip = { width: 108, height: 54 };
const gradientLabel = 20;
const costRow = 58;

/** Sizes that depend on the direction of flow; "along" is the direction of flow, "across" the other. */
interface Measures {
  readonly chipAlong: number;
  readonly laneAcross: number;
  readonly gap: { readonly least: number; readonly most: number };
  readonly unit: (small: boolean) => { radius: number; before: number; after: number; left: number; right: number };
  readonly input: { readonly along: number; readonly across: number };
  readonly cost: (outputs: number) => { readonly along: number; readonly across: number };
}

const rightwards: Measures = {
  chipAlong: chip.width,
  laneAcross: chip.height + gradientLabel + 8,
  gap: { least: 12, most: 64 },
  unit: (small) =>
    small
      ? { radius: 17, before: 0, after: 0, left: 22, right: 36 }
      : { radius: 42, before: 0, after: 0, left: 70, right: 98 },
  input: { along: chip.width, across: chip.height + 10 },
  cost: (outputs) => ({ along: 176, across: 92 + outputs * costRow }),
};

const downwards: Measures = {
  chipAlong: chip.height + gradientLabel + 4,
  laneAcross: chip.width + 12,
  gap: { least: 14, most: 14 },
  unit: (small) =>
    small
      ? { radius: 17, before: 0, after: 16, left: 26, right: 26 }
      : { radius: 38, before: 20, after: 0, left: 146, right: 146 },
  input: { along: chip.height, across: chip.width + 12 },
  cost: (outputs) => ({ along: 92 + outputs * costRow, across: 216 }),
};

/** A place by its position along and across the flow; turned into x, y at the end. */
interface Spot {
  readonly along: number;
  readonly across: number;
}

export function layout(shape: NetworkShape, width: number, chosen?: ChosenLane): Layout {
  const right = arrange(shape, rightwards, width, chosen);
  if (right.along <= width) return draw(right, 'right');
  const down = arrange(shape, downwards, width, chosen);
  return down.across <= width ? draw(down, 'down') : draw(right, 'right');
}

interface Arranged {
  readonly shape: NetworkShape;
  readonly measures: Measures;
  readonly along: number;
  readonly across: number;
  readonly frame: number;
  readonly inputs: readonly Spot[];
  readonly units: readonly (readonly (Spot & { radius: number; small: boolean; before: number; after: number })[])[];
  readonly lanes: readonly { layer: number; unit: number; input: number | undefined; chip: Spot | undefined }[];
  readonly cost: Spot & { readonly size: { readonly along: number; readonly across: number } };
}

function arrange(shape: NetworkShape, m: Measures, width: number, chosen: ChosenLane | undefined): Arranged {
  const outputs = shape.layers[shape.layers.length - 1]?.units ?? 0;
  const cost = m.cost(outputs);
  const layers = shape.layers.map((layer, k) => {
    const fanIn = k === 0 ? shape.inputs : (shape.layers[k - 1]?.units ?? 0);
    const own = fanIn + (layer.biases ? 1 : 0);
    const all = own * layer.units <= MOST_LANES;
    const small = layer.units > MOST_LARGE_UNITS;
    const size = m.unit(small);
    const lanesOf = (unit: number): (number | undefined)[] =>
      [...Array(fanIn).keys(), ...(layer.biases ? [undefined] : [])].filter(
        (input) => all || (chosen?.layer === k && chosen.unit === unit && chosen.input === input),
      );
    const units = Array.from({ length: layer.units }, (_, unit) => {
      const lanes = lanesOf(unit);
      const half = (lanes.length * m.laneAcross) / 2;
      return { lanes, left: Math.max(half, size.left), right: Math.max(half, size.right) };
    });
    return {
      fanIn,
      all,
      small,
      size,
      units,
      across: units.reduce((sum, u) => sum + u.left + u.right + 10, 0),
      along: m.chipAlong + size.before + 2 * size.radius + size.after,
    };
  });

  const gaps = 2 * layers.length + 1;
  const fixed = m.input.along + cost.along + layers.reduce((sum, layer) => sum + layer.along, 0);
  const least = fixed + gaps * m.gap.least;
  const gap = Math.max(m.gap.least, Math.min(m.gap.most, (width - fixed) / gaps));
  const across = Math.max(shape.inputs * m.input.across, cost.across, ...layers.map((layer) => layer.across));

  const inputs = Array.from({ length: shape.inputs }, (_, i) => ({
    along: m.input.along / 2,
    across: across / 2 + (i - (shape.inputs - 1) / 2) * m.input.across,
  }));
  const lanes: Arranged['lanes'][number][] = [];
  let along = m.input.along;
  const units = layers.map((layer, k) => {
    const chipAt = along + gap + m.chipAlong / 2;
    const unitAt = along + 2 * gap + m.chipAlong + layer.size.before + layer.size.radius;
    along = unitAt + layer.size.radius + layer.size.after;
    let edge = (across - layer.across) / 2;
    return layer.units.map((u, unit) => {
      const centre = edge + 5 + u.left;
      edge += u.left + u.right + 10;
      u.lanes.forEach((input, lane) => {
        const at = centre + (lane - (u.lanes.length - 1) / 2) * m.laneAcross;
        lanes.push({ layer: k, unit, input, chip: { along: chipAt, across: at } });
      });
      if (!layer.all) {
        for (let input = 0; input < layer.fanIn; input++) {
          if (!u.lanes.includes(input)) lanes.push({ layer: k, unit, input, chip: undefined });
        }
      }
      const { radius, before, after } = layer.size;
      return { along: unitAt, across: centre, radius, small: layer.small, before, after };
    });
  });
  const costAt = { along: along + gap + cost.along / 2, across: across / 2, size: cost };
  const taken = along + gap + cost.along;
  return {
    shape,
    measures: m,
    along: Math.max(least, taken),
    across,
    frame: width,
    inputs,
    units,
    lanes,
    cost: costAt,
  };
}

function draw(a: Arranged, flow: Layout['flow']): Layout {
  const m = a.measures;
  const right = flow === 'right';
  const shift = right ? Math.max(0, (a.frame - a.along) / 2) : 0;
  const aside = right ? 0 : Math.max(0, (a.frame - a.across) / 2);
  const point = (s: Spot): Point => (right ? { x: s.along + shift, y: s.across } : { x: s.across + aside, y: s.along });
  const boxed = (s: Spot, along: number, across: number): Box => ({
    ...point(s),
    width: right ? along : across,
    height: right ? across : along,
  });
  const source = (layer: number, input: number): Spot => {
    if (layer === 0) {
      const spot = a.inputs[input] ?? { along: 0, across: 0 };
      return { along: spot.along + m.input.along / 2, across: spot.across };
    }
    const unit = a.units[layer - 1]?.[input];
    return { along: (unit?.along ?? 0) + (unit?.radius ?? 0), across: unit?.across ?? 0 };
  };

  const lanes = a.lanes.map((lane): LanePlace => {
    const unit = a.units[lane.layer]?.[lane.unit];
    const to: Spot = { along: (unit?.along ?? 0) - (unit?.radius ?? 0), across: unit?.across ?? 0 };
    const half = m.chipAlong / 2;
    const bead = lane.chip && {
      from: { ...lane.chip, along: lane.chip.along - half },
      to: { ...lane.chip, along: lane.chip.along + half },
    };
    const from =
      lane.input === undefined
        ? { along: (bead?.from.along ?? to.along) - 10, across: bead?.from.across ?? to.across }
        : source(lane.layer, lane.input);
    const stops = bead ? [from, bead.from, bead.to, to] : [from, to];
    const beside = stops.map((s) => ({ ...s, across: s.across + 9 }));
    const chipCentre = lane.chip && {
      ...lane.chip,
      along: right ? lane.chip.along : lane.chip.along - gradientLabel / 2 - 2,
    };
    return {
      layer: lane.layer,
      unit: lane.unit,
      input: lane.input,
      chip: chipCentre && { ...point(chipCentre), ...chip },
      path: curve(stops, point),
      back: bead && lane.input !== undefined ? curve(beside.reverse(), point) : undefined,
    };
  });

  const last = a.units[a.units.length - 1] ?? [];
  const costEdge = a.cost.along - a.cost.size.along / 2;
  const spread = Math.min(26, a.cost.size.across / (last.length + 1));
  const outputs = last.map((unit, i) => {
    const stops = [
      { along: unit.along + unit.radius, across: unit.across },
      { along: costEdge, across: a.cost.across + (i - (last.length - 1) / 2) * spread },
    ];
    return {
      path: curve(stops, point),
      back: curve(stops.map((s) => ({ ...s, across: s.across + 9 })).reverse(), point),
    };
  });

  return {
    flow,
    width: Math.ceil(right ? a.along + 2 * shift : a.across + 2 * aside),
    height: Math.ceil(right ? a.across : a.along),
    inputs: a.inputs.map((s) => boxed(s, right ? chip.width : chip.height, right ? chip.height : chip.width)),
    units: a.units.map((layer, k) =>
      layer.map((u, unit) => ({ ...point(u), layer: k, unit, radius: u.radius, small: u.small })),
    ),
    lanes,
    outputs,
    cost: boxed(a.cost, a.cost.size.along, a.cost.size.across),
  };
}

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
