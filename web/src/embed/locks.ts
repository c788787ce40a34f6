/** What a locked page keeps its reader from changing by hand. Training still moves the weights: it is what the page shows. */

import type { LockId } from '../scenario/ids';
import type { Descent, Layer, Scenario } from '../scenario/types';

/** Which of `locked` would be changed between the two. Numbers of another network's shape are `net`'s affair. */
export function changedLocks(before: Scenario, after: Scenario, locked: readonly LockId[]): readonly LockId[] {
  if (before === after) return [];
  const reshaped = differ(before, after, shapeOf);
  return locked.filter((id) => (reshaped && shaped.includes(id) ? false : differ(before, after, partsOf[id])));
}

/** What follows the network's shape, and cannot stay as it is where that changes. */
const shaped: readonly LockId[] = ['w', 'b', 'x', 'y'];

const differ = (before: Scenario, after: Scenario, part: (s: Scenario) => unknown): boolean =>
  JSON.stringify(part(before), exact) !== JSON.stringify(part(after), exact);

/** JSON writes −0 as 0. */
const exact = (_: string, value: unknown): unknown => (Object.is(value, -0) ? '-0' : value);

const each = <T>({ layers }: Scenario, of: (layer: Layer) => T): T[] => layers.map(of);

const shapeOf = (s: Scenario) => [
  each(s, ({ weights, biases }) => [weights.length, weights[0]?.length, biases !== undefined]),
  s.examples[0]?.targets.length,
];

const ruleOf = ({ alpha: _, state: __, ...rule }: Descent) => rule;

const partsOf: Readonly<Record<LockId, (s: Scenario) => unknown>> = {
  w: (s) => each(s, ({ weights, frozen }) => [weights, frozen?.weights]),
  b: (s) => each(s, ({ biases, frozen }) => [biases, frozen?.biases]),
  x: ({ examples }) => examples.map(({ inputs }) => inputs),
  y: ({ examples }) => examples.map(({ targets }) => targets),
  alpha: ({ descent }) => descent.alpha,
  net: (s) => [s.title, shapeOf(s), each(s, ({ activation }) => activation)],
  loss: (s) => s.loss,
  rule: ({ descent }) => ruleOf(descent),
};
