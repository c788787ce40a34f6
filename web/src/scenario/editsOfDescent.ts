/** Edits of how a network is trained: its loss, its rule and the rule's numbers, batches and penalties. */
import { withKey } from './edits';
import { ruleNumbers } from './names';
import type { Descent, Loss, Rule, Scenario } from './types';

/** The numbers of a descent that have a default or may be absent. */
export type DescentKey =
  | 'momentum'
  | 'beta1'
  | 'beta2'
  | 'epsilon'
  | 'smoothing'
  | 'weightDecay'
  | 'batch'
  | 'seed'
  | 'l1'
  | 'l2';

/** What a document means that leaves the number out; undefined where leaving it out is a meaning of its own. */
export const defaultOf = (rule: Rule, key: DescentKey): number | undefined => {
  if (key === 'l1' || key === 'l2') return 0;
  const numbers: Readonly<Record<string, number>> = ruleNumbers[rule];
  return numbers[key];
};

export const withLoss = (s: Scenario, loss: Loss): Scenario => withKey(s, 'loss', loss);

/** Another rule: it keeps of the old one's numbers those that it uses too, and starts without memory. */
export function withRule(s: Scenario, rule: Rule): Scenario {
  if (rule === s.descent.rule) return s;
  const { rule: _, alpha, batch, seed, l1, l2, state: __, ...own } = s.descent;
  const kept = Object.entries(own).filter(
    ([key, value]) => Object.hasOwn(ruleNumbers[rule], key) && value !== defaultOf(rule, key as DescentKey),
  );
  const rest = Object.entries({ batch, seed, l1, l2 }).filter(([, value]) => value !== undefined);
  return { ...s, descent: { rule, alpha, ...Object.fromEntries([...kept, ...rest]) } };
}

/** One number of the descent; undefined, or what it is when left out, leaves it out. */
export function withDescentNumber(s: Scenario, key: DescentKey, value: number | undefined): Scenario {
  const { [key]: old, ...rest } = s.descent;
  const next = value === defaultOf(s.descent.rule, key) ? undefined : value;
  if (next === old) return s;
  const descent: Descent = next === undefined ? rest : { ...rest, [key]: next };
  return { ...s, descent };
}
