/** Sizes of the drawing in CSS pixels. "Along" is the direction of flow (the layers), "across" the other (the units). */

/** Height of the gradient below a chip. */
export const gradientLabel = 20;
/** How far the way back runs beside the way forward. */
export const beside = 9;

/** The sizes below are those of numbers with so many digits; each further one takes this much room. */
const fewDigits = 3;
const digitWidth = 8;

const chipHeight = 54;
const costHead = 80;
const costRow = 58;

/** What edits a layer stands above it in so much room. */
export const headHeight = 116;

export interface UnitSize {
  readonly radius: number;
  /** Width of the lines of numbers that stand on it. */
  readonly labels: number;
  /** Room for the numbers that stand on the unit, to the left and right of the flow, from its centre. */
  readonly left: number;
  readonly right: number;
  /** Room behind it for its numbers, along the flow. */
  readonly after: number;
}

/**
 * Where the numbers of a unit stand: below the circle where the layers run to the right, beside it where they run down, and
 * below it again where there is no room beside it.
 */
export type Manner = 'right' | 'down' | 'narrow';

export interface Measures {
  readonly chip: { readonly width: number; readonly height: number };
  readonly chipAlong: number;
  readonly laneAcross: number;
  /**
   * Along the flow, between a chip and its unit: at least (units with more than two lanes need more, since there the outer
   * chips stand beside the unit's numbers), at most, and where the drawing is wider than its frame anyway.
   */
  readonly gap: {
    readonly least: number;
    readonly leastCrowded: number;
    readonly most: number;
    readonly roomy: number;
  };
  readonly unit: (small: boolean) => UnitSize;
  readonly input: { readonly along: number; readonly across: number };
  readonly cost: (outputs: number) => { readonly along: number; readonly across: number };
  /** The target stands below the output, not beside it. */
  readonly stacked: boolean;
  /** Between the neighbours of a layer. */
  readonly unitGap: number;
  /** Room along the flow before each layer, and half of it before the inputs and the cost, for what edits them. */
  readonly head: number;
}

export function measuresFor(manner: Manner, digits: number, editing = false): Measures {
  const more = Math.max(0, digits - fewDigits) * digitWidth;
  // Its number is the one in bold between two buttons.
  const chip = { width: 112 + 1.35 * more, height: chipHeight };
  if (manner === 'right') return rightwards(chip, more);
  const down = { ...downwards(chip, more), head: editing ? headHeight : 0 };
  return manner === 'narrow' ? { ...down, ...narrow(more) } : down;
}

/** The layers from left to right; numbers stand below their unit. */
const rightwards = (chip: Measures['chip'], more: number): Measures => ({
  chip,
  chipAlong: chip.width,
  laneAcross: chip.height + gradientLabel + 8,
  gap: gapBeside(more / 2),
  unit: (small) =>
    small
      ? { radius: 17, labels: 60 + more, left: 22, right: 36, after: 0 }
      : { radius: 40, labels: 150 + 2 * more, left: 64, right: 120, after: 0 },
  input: { along: chip.width, across: chip.height + 10 },
  cost: (outputs) => ({ along: 186 + 2.6 * more, across: costHead + outputs * costRow }),
  stacked: false,
  unitGap: 10,
  head: 0,
});

/** Numbers below a unit that are wider than it keep clear of the chips on both sides. */
const gapBeside = (wider: number): Measures['gap'] => ({
  least: 10 + wider,
  leastCrowded: 26 + wider,
  most: 84 + wider,
  roomy: 36 + wider,
});

/** The layers from top to bottom; numbers stand beside their unit. */
const downwards = (chip: Measures['chip'], more: number): Measures => ({
  chip,
  chipAlong: chip.height + gradientLabel + 4,
  laneAcross: chip.width + 36,
  gap: { least: 14, leastCrowded: 14, most: 14, roomy: 14 },
  unit: (small) =>
    small
      ? { radius: 17, labels: 60 + more, left: 26 + more / 2, right: 26 + more / 2, after: 16 }
      : { radius: 38, labels: 288 + 2 * more, left: 146 + more, right: 146 + more, after: 0 },
  input: { along: chip.height, across: chip.width + 12 },
  cost: (outputs) => ({ along: costHead + outputs * costRow, across: 216 + 2.6 * more }),
  stacked: false,
  unitGap: 10,
  head: 0,
});

/** A number with so many digits more than usual leaves no room for another beside it. */
const longNumber = 6 * digitWidth;

/** From top to bottom in a frame too narrow for numbers beside their units: they stand below. */
function narrow(more: number): Partial<Measures> {
  const half = 72 + more / 2;
  const stacked = more >= longNumber;
  return {
    laneAcross: 2 * half,
    unit: (small) =>
      small
        ? { radius: 17, labels: 46 + more, left: 23 + more / 2, right: 23 + more / 2, after: 16 }
        : { radius: 34, labels: 2 * half, left: half, right: half, after: 98 },
    cost: (outputs) => ({
      along: costHead + outputs * (costRow + (stacked ? 24 : 0)),
      across: stacked ? 190 + more : 216 + 2.6 * more,
    }),
    stacked,
    unitGap: 4,
  };
}
