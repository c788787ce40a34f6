import { expect, test } from 'vitest';
import { changedLocks } from '../../../web/src/embed/locks';
import { withAlpha, withInput, withParameter, withTarget } from '../../../web/src/scenario/edits';
import { withLoss, withRule } from '../../../web/src/scenario/editsOfDescent';
import { withExampleAdded } from '../../../web/src/scenario/editsOfExamples';
import { withFrozen } from '../../../web/src/scenario/editsOfFlags';
import { withActivation, withBiases, withUnitAdded } from '../../../web/src/scenario/editsOfShape';
import { type LockId, lockIds } from '../../../web/src/scenario/ids';
import { startScenario as chain } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';

const w1 = { layer: 0, unit: 0, input: 0 } as const;
const b1 = { layer: 0, unit: 0, bias: true } as const;
const start = withBiases(chain, 0, true);

const edits: readonly [what: string, next: Scenario, changes: readonly LockId[]][] = [
  ['a weight', withParameter(start, w1, 9), ['w']],
  ['the sign of a weight that is 0', withParameter(withParameter(start, w1, 0), w1, -0), ['w']],
  ['a bias', withParameter(start, b1, 9), ['b']],
  ['freezing a weight', withFrozen(start, w1, true), ['w']],
  ['an input', withInput(start, 0, 0, 9), ['x']],
  ['a target', withTarget(start, 0, 0, 9), ['y']],
  ['another example', withExampleAdded(start, 0), ['x', 'y']],
  ['α', withAlpha(start, 9), ['alpha']],
  ['a unit', withUnitAdded(start, 0, (s) => s), ['net']],
  ['no biases', withBiases(start, 0, false), ['net']],
  ['an activation', withActivation(start, 0, 'tanh'), ['net']],
  ['the title', { ...start, title: 'Another' }, ['net']],
  ['the loss', withLoss(start, 'huber'), ['loss']],
  ['the rule', withRule(start, 'adam'), ['rule']],
];

for (const [what, next, changes] of edits) {
  test(`${what} is kept by ${changes.join(' and ')} and by no other lock`, () => {
    const before = what.startsWith('the sign') ? withParameter(start, w1, 0) : start;
    expect(changedLocks(before, next, lockIds)).toEqual(changes);
    for (const id of lockIds) expect(changedLocks(before, next, [id])).toEqual(changes.includes(id) ? [id] : []);
    expect(changedLocks(before, next, [])).toEqual([]);
  });
}

test('what stays equal is not changed', () => {
  expect(changedLocks(start, structuredClone(start), lockIds)).toEqual([]);
});
