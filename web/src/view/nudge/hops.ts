import type { Change } from '../../../../bindings/backprop';

/** All quantities that a nudge reaches at the same hop: the weight, then layer by layer, then the cost. */
export interface Row {
  readonly key: string;
  readonly changes: readonly Change[];
  /** How many more this row has than it shows. */
  readonly more: number;
}

/** A wide layer shows this many units: those that moved most. */
const mostPerRow = 6;

/** Whether nothing arrived that could be rescaled: 0 of 0. Beyond the finite numbers a ratio is none either. */
export const isShut = ({ change, ratio }: Change): boolean => change === 0 && Number.isNaN(ratio);

export function rowsOf(changes: readonly Change[]): Row[] {
  const rows = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.of.kind}${change.of.layer ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), change]);
  }
  return [...rows].map(([key, all]) => {
    const strongest = [...all].sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, mostPerRow);
    return { key, changes: all.filter((c) => strongest.includes(c)), more: all.length - strongest.length };
  });
}
