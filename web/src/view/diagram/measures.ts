/** Sizes of the drawing in CSS pixels. "Along" is the direction of flow (the layers), "across" the other (the units). */
export const chip = { width: 112, height: 54 };
/** Height of the gradient below a chip. */
export const gradientLabel = 20;
/** Between the neighbours of a layer. */
export const unitGap = 10;
/** How far the way back runs beside the way forward. */
export const beside = 9;
const costHead = 80;
const costRow = 58;

export interface UnitSize {
  readonly radius: number;
  /** Room for the numbers that stand on the unit, to the left and right of the flow, from its centre. */
  readonly left: number;
  readonly right: number;
  /** Room behind it, along the flow. */
  readonly after: number;
}

export interface Measures {
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
}

/** The layers from left to right; numbers stand below their unit. */
export const rightwards: Measures = {
  chipAlong: chip.width,
  laneAcross: chip.height + gradientLabel + 8,
  gap: { least: 10, leastCrowded: 26, most: 84, roomy: 36 },
  unit: (small) =>
    small ? { radius: 17, left: 22, right: 36, after: 0 } : { radius: 40, left: 64, right: 120, after: 0 },
  input: { along: chip.width, across: chip.height + 10 },
  cost: (outputs) => ({ along: 172, across: costHead + outputs * costRow }),
};

/** The layers from top to bottom; numbers stand beside their unit. */
export const downwards: Measures = {
  chipAlong: chip.height + gradientLabel + 4,
  laneAcross: chip.width + 26,
  gap: { least: 14, leastCrowded: 14, most: 14, roomy: 14 },
  unit: (small) =>
    small ? { radius: 17, left: 26, right: 26, after: 16 } : { radius: 38, left: 146, right: 146, after: 0 },
  input: { along: chip.height, across: chip.width + 12 },
  cost: (outputs) => ({ along: costHead + outputs * costRow, across: 216 }),
};
