/** The way down of a document: its rule, the rule's numbers, batches and penalties, and what the rule remembers. */
import { limits } from './limits';
import { remembers, ruleNumbers, rules } from './names';
import {
  belowOne,
  finite,
  join,
  list,
  notNegative,
  object,
  oneOf,
  positive,
  type Read,
  refuse,
  whole,
} from './reading';
import type { Descent, LayerNumbers } from './types';

const numbers = list(finite, 'numbers');
const layerNumbers: Read<LayerNumbers> = object({ weights: list(numbers, 'rows'), biases: numbers }, ['biases']);
const layers = list(layerNumbers, 'layers', 0, limits.layers);

/** Numbers that only some rules use. */
const ownNumbers = {
  momentum: belowOne,
  beta1: belowOne,
  beta2: belowOne,
  epsilon: positive,
  smoothing: belowOne,
  weightDecay: notNegative,
} as const;
const own = Object.keys(ownNumbers) as (keyof typeof ownNumbers)[];

const read = object(
  {
    rule: oneOf(rules),
    alpha: notNegative,
    ...ownNumbers,
    batch: whole(1, limits.examples),
    seed: whole(0, limits.seed),
    l1: notNegative,
    l2: notNegative,
    state: object({ step: whole(0, Number.MAX_SAFE_INTEGER), first: layers, second: layers }, ['first', 'second']),
  },
  [...own, 'batch', 'seed', 'l1', 'l2', 'state'],
);

/** What is default is left out; a number or list that the rule does not use is refused. */
export const descent: Read<Descent> = (value, path, notes) => {
  const { rule, alpha, batch, seed, l1, l2, state, ...rest } = read(value, path, notes);
  const defaults: Readonly<Record<string, number>> = ruleNumbers[rule];
  const used: readonly string[] = remembers[rule];
  for (const key of own) {
    if (rest[key] !== undefined && !Object.hasOwn(defaults, key)) refuse(join(path, key), `is not used by ${rule}`);
  }
  for (const key of ['first', 'second'] as const) {
    const at = join(join(path, 'state'), key);
    if (state?.[key] !== undefined && !used.includes(key)) refuse(at, `is not used by ${rule}`);
    if (state && state[key] === undefined && used.includes(key)) refuse(at, 'is missing');
  }
  return {
    rule,
    alpha,
    ...Object.fromEntries(Object.entries(rest).filter(([key, number]) => number !== defaults[key])),
    ...(batch !== undefined && { batch }),
    ...(seed !== undefined && { seed }),
    ...(l1 && { l1 }),
    ...(l2 && { l2 }),
    ...(state && { state }),
  };
};
