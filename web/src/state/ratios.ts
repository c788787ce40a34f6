/** How each hop of a nudge rescales the change that arrives. */
import type { Change, Nudge } from '../../../bindings/backprop';

const sameRow = (one: Change | undefined, other: Change | undefined): boolean =>
  one?.of.kind === other?.of.kind && one?.of.layer === other?.of.layer;

/**
 * The engine tells a ratio where a layer has one unit. A parameter moves one unit of a wider layer too, and no other: from
 * one number to one, so that hop has its ratio as well.
 */
export function withFirstRatio(nudge: Nudge): Nudge {
  const [start, first, ...after] = nudge.changes;
  if (!start || !first || first.ratio !== undefined || start.of.kind === 'a' || sameRow(first, after[0])) return nudge;
  return { changes: [start, { ...first, ratio: first.change / start.change }, ...after] };
}
