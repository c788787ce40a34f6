import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../web/src/format/number';
import { judge, reached } from '../../../web/src/lesson/judge';
import { digitsBeside, isRounded, near, typed } from '../../../web/src/lesson/near';
import type { Answer, ReachAsk } from '../../../web/src/lesson/types';
import { presets } from '../../../web/src/scenario/presets';
import { bookmarkOf, startNotation } from '../../../web/src/scenario/start';
import { wide } from '../state/stage';
import { asked, engine, situationAt } from './stage';

const atStart = situationAt();
const w1 = { layer: 0, unit: 0, input: 0 };
const numberAsk = await asked({ kind: 'number', of: 'dC/dw1', tolerance: 0.01 });
const signAsk = await asked({ kind: 'sign', of: 'dC/dw1' });
const orderAsk = await asked({ kind: 'order', of: ['dC/dw3', 'dC/dw1', 'dC/dw2'] });
const goal = async (bounds: object) => (await asked({ kind: 'reach', of: 'C', ...bounds })) as ReachAsk;
const below = await goal({ below: 0.05 });
const above = await goal({ above: 0.2 });
const between = await goal({ above: 0.1, below: 0.2 });
const number = (text: string): Answer => ({ kind: 'number', text });

describe('a number', () => {
  const ask = numberAsk;
  const says = (text: string) => judge(ask, number(text), atStart, engine);

  test.each(['-0.2228', '−0.223', '-.2228', '-2.228e-1', '-0.22', '-0.2228074794532309', '-0.2206', ' -0.2250 '])(
    '%s is right: within one percent, or rounded to the digits typed',
    (text) => expect(says(text)).toEqual({ correct: true, slips: [], truth: expect.closeTo(-0.22280748, 8) }),
  );
  test.each(['-0.2', '-0.220', '-0.23', '-0.2256', '-0.2205', '0', '', 'w', '-', '1e999', '-0,22,3'])(
    '%s is not',
    (text) => expect(says(text).correct).toBe(false),
  );
  test.each(['-0,223', '-0,22', '−,2228'])('%s is right: a comma is as good as a point', (text) =>
    expect(says(text).correct).toBe(true),
  );

  test.each([
    ['-0.223', true, 3],
    ['-0.2228', true, 4],
    ['-0.222', false, 3], // within the tolerance, and not the number
    ['-0.2206', false, 4],
    ['-0.22', true, 3],
    ['-0.22280747945323', true, 14],
  ])('%s is the true number rounded: %s, which is told with %i digits', (text, rounded, digits) => {
    const given = typed(text);
    expect(given && isRounded(given, says(text).truth ?? 0)).toBe(rounded);
    expect(given && digitsBeside(given, startNotation)).toBe(digits);
  });

  test("each of the engine's slips, alone, is named by its kind", () => {
    const named = engine.slips(presets.note, w1).map(({ kind, gradient }) => {
      const text = formatNumber(kind === 'wrongSign' ? -gradient : gradient, startNotation);
      return [kind, says(text)] as const;
    });
    expect(named.length).toBe(8);
    for (const [kind, verdict] of named) expect(verdict, kind).toEqual({ correct: false, slips: [kind] });
  });
  test('two slips at once are named as a pair', () => {
    expect(says('-0.474')).toEqual({ correct: false, slips: ['forgotTwo', 'forgotSlope'] }); // −0.949 / 2
    expect(says('0.111')).toEqual({ correct: false, slips: ['forgotTwo', 'wrongSign'] });
    expect(says('-0.791')).toEqual({ correct: false, slips: ['forgotSlope', 'forgotInput'] });
  });
  test('what several slips explain, or none, is named by none', () => {
    expect(says('-12.5').slips).toEqual([]);
    // −0.1 rounds −0.111 (no 2) to a digit that says too little, and is not within one percent of it.
    expect(says('-0.1').slips).toEqual([]);
  });
  test('where two slips give the same number neither is named', async () => {
    const same = {
      ...presets.note,
      examples: [{ inputs: [1.2], targets: [1] }],
      layers: [{ activation: 'sigmoid', weights: [[1.5]] }],
    } as const;
    const slips = engine.slips(same, w1);
    const [first] = slips;
    const twice = { slips: () => (first ? [first, { ...first, kind: 'added' as const }] : []), derive: engine.derive };
    const verdict = judge(
      ask,
      number(formatNumber(first?.gradient ?? 0, startNotation)),
      situationAt(bookmarkOf(same)),
      twice as never,
    );
    expect(verdict).toEqual({ correct: false, slips: [] });
  });
  test('without the whole engine only the other sign is named', () => {
    expect(judge(ask, number('0.223'), atStart).slips).toEqual(['wrongSign']);
    expect(judge(ask, number('-0.949'), atStart).slips).toEqual([]);
  });
  test('an answer of another kind is wrong', () => {
    for (const answer of [{ kind: 'choice', option: 0 }, { kind: 'sign', sign: -1 }, { kind: 'reach' }] as const) {
      expect(judge(ask, answer, atStart, engine).correct).toBe(false);
    }
  });
});

test('of several examples the slips are those of the shown one, without l1 and l2', async () => {
  const s = { ...wide, descent: { ...wide.descent, l1: 0.5, l2: 0.5, batch: 2 } };
  const ask = await asked(
    { kind: 'number', of: 'dC/dw.2.1.1' },
    '#net=2,2:tanh,1:sigmoid&w=0.1,-0.2,0.3,0.4;0.7,-0.8&b=0.05,-0.05;&x=1,0;0,1;1,1&y=1;0;1',
  );
  const shown = { ...wide, examples: wide.examples.slice(2) };
  const slip = engine.slips(shown, { layer: 1, unit: 0, input: 0 }).find(({ kind }) => kind === 'forgotTwo');
  const text = String(slip?.gradient);
  expect(judge(ask, number(text), situationAt({ ...bookmarkOf(s), example: 2 }), engine)).toEqual({
    correct: false,
    slips: ['forgotTwo'],
  });
});

test('where the true value is 0 only 0 is right', async () => {
  const ask = await asked({ kind: 'number', of: 'dC/dw1', tolerance: 0.5 });
  const dead = situationAt(bookmarkOf(presets.dead));
  expect(judge(ask, number('0'), dead, engine).correct).toBe(true);
  expect(judge(ask, number('0.001'), dead, engine).correct).toBe(false);
  // "0.00" is a number without a digit that says something, and it is 0.
  expect(judge(ask, number('0.00'), dead, engine).correct).toBe(true);
});

test('every rounding of a number to at least two digits is near it, and nothing is that is twice as far off as rounding and tolerance', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
      fc.boolean(),
      fc.integer({ min: 2, max: 17 }),
      (size, negative, digits) => {
        const truth = negative ? -size : size;
        const text = formatNumber(truth, startNotation, { digits });
        const given = typed(text);
        expect(given && near(given, truth, 0), text).toBe(true);
        if (given) {
          const far = { ...given, value: truth + 2.1 * Math.max(given.unit / 2, 0.01 * size) };
          expect(near(far, truth, 0.01), text).toBe(false);
        }
      },
    ),
  );
});

describe('a sign', () => {
  const ask = signAsk;
  const says = (sign: -1 | 0 | 1, s = atStart) => judge(ask, { kind: 'sign', sign }, s);
  test('is right or not; the opposite one is a slip', () => {
    expect(says(-1)).toEqual({ correct: true, slips: [] });
    expect(says(1)).toEqual({ correct: false, slips: ['wrongSign'] });
    expect(says(0)).toEqual({ correct: false, slips: [] });
  });
  test('is 0 for 0, of either sign', () => {
    const dead = situationAt(bookmarkOf(presets.dead));
    expect(says(0, dead)).toEqual({ correct: true, slips: [] });
    expect(says(1, dead)).toEqual({ correct: false, slips: [] });
  });
});

describe('an order', () => {
  const ask = orderAsk;
  const says = (order: number[], s = atStart) => judge(ask, { kind: 'order', order }, s).correct;
  test('goes by size without sign, the largest first', () => {
    expect(says([1, 2, 0])).toBe(true);
    expect(says([0, 2, 1])).toBe(false);
    expect(says([2, 1, 0])).toBe(false);
  });
  test('has each of them once', () => {
    for (const order of [[], [1], [1, 1, 1], [1, 2], [1, 2, 0, 0], [1, 2, 7]])
      expect(says(order), String(order)).toBe(false);
  });
  test('of equal numbers either may come first', () => {
    const dead = situationAt(bookmarkOf(presets.dead));
    expect(says([0, 1, 2], dead) && says([2, 1, 0], dead)).toBe(true);
  });
});

describe('a goal', () => {
  const at = (C: number) => ({ ...atStart, evaluation: { ...atStart.evaluation, loss: C } });
  test('is reached below, above, or between', () => {
    expect([0.04, 0.05, 0.06].map((C) => reached(below, at(C)))).toEqual([true, false, false]);
    expect([0.1, 0.2, 0.3].map((C) => reached(above, at(C)))).toEqual([false, false, true]);
    expect([0.1, 0.15, 0.2].map((C) => reached(between, at(C)))).toEqual([false, true, false]);
  });
  test('is not reached by what is no number', () => {
    expect([below, above, between].some((ask) => reached(ask, at(Number.NaN)))).toBe(false);
    expect(judge(below, { kind: 'reach' }, at(0.01)).correct).toBe(true);
  });
});

test('a choice goes by its index', async () => {
  const ask = await asked({ kind: 'choice', options: ['one', 'two', 'three'], answer: 2 });
  const right = [0, 1, 2, 3, -1].filter((option) => judge(ask, { kind: 'choice', option }, atStart).correct);
  expect(right).toEqual([1]);
});
