/** Whether an answer is right, and which of the classic mistakes a wrong one is. The engine knows the truth and the mistakes. */
import { parseNumber } from '../format/number';
import { near, type Typed, typed } from './near';
import { quantityValue } from './quantity';
import { parameterOf, slipsBehind } from './slips';
import type { Answer, Ask, OrderAsk, Quantity, ReachAsk, Situation, SlipFinder, Verdict } from './types';

const verdict = (correct: boolean, slips: Verdict['slips'] = []): Verdict => ({ correct, slips });

/** By the playground as it is when the answer is given. An answer of another kind than the question's is wrong. */
export function judge(ask: Ask, answer: Answer, situation: Situation, engine?: SlipFinder): Verdict {
  switch (ask.kind) {
    case 'choice':
      return verdict(answer.kind === 'choice' && answer.option === ask.answer);
    case 'number': {
      const given = answer.kind === 'number' ? typed(answer.text) : undefined;
      return given ? judgeNumber(ask.of, given, ask.tolerance, situation, engine) : verdict(false);
    }
    case 'sign': {
      const sign = Math.sign(quantityValue(ask.of, situation) ?? Number.NaN);
      const given = answer.kind === 'sign' ? answer.sign : Number.NaN;
      return verdict(given === sign, given === -sign && sign !== 0 ? ['wrongSign'] : []);
    }
    case 'order':
      return verdict(answer.kind === 'order' && isOrder(ask, answer.order, situation));
    case 'reach':
      return verdict(reached(ask, situation));
  }
}

/** Whether a text is an answer to a question for a number at all. */
export const isAnswer = (text: string): boolean => parseNumber(text) !== undefined;

/** Whether the goal holds now: to be asked again whenever the playground changes. */
export function reached(
  { of, below = Number.POSITIVE_INFINITY, above = Number.NEGATIVE_INFINITY }: ReachAsk,
  situation: Situation,
): boolean {
  const value = quantityValue(of, situation) ?? Number.NaN;
  return value < below && value > above;
}

/** Sizes that differ by rounding alone may stand either way. */
const tie = 1 - 1e-9;

function isOrder({ of }: OrderAsk, order: readonly number[], situation: Situation): boolean {
  const sizes = order.map((k) => Math.abs((of[k] && quantityValue(of[k], situation)) ?? Number.NaN));
  const whole = order.length === of.length && new Set(order).size === of.length;
  return whole && sizes.every((size, k) => k === 0 || (sizes[k - 1] ?? Number.NaN) >= size * tie);
}

function judgeNumber(
  of: Quantity,
  given: Typed,
  tolerance: number,
  situation: Situation,
  engine: SlipFinder | undefined,
): Verdict {
  const value = quantityValue(of, situation);
  if (value === undefined || !Number.isFinite(value)) return verdict(false);
  if (near(given, value, tolerance)) return { ...verdict(true), truth: value };
  const matches = (slip: number) => near(given, slip, tolerance);
  const ref = parameterOf(of);
  if (ref && engine) return verdict(false, slipsBehind(matches, ref, situation, engine));
  return verdict(false, value !== 0 && matches(-value) && of.kind === 'derivative' ? ['wrongSign'] : []);
}
