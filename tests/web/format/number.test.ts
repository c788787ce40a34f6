import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addStep,
  briefText,
  countText,
  digitsForUpdate,
  digitsThatAdd,
  digitsThatMultiply,
  exactText,
  formatNumber,
  isDraft,
  parseNumber,
} from '../../../web/src/format/number';
import { startNotation as notation } from '../../../web/src/scenario/start';

const comma = { ...notation, decimal: ',' } as const;
const exact = { ...notation, digits: 17 };
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
/** What weights, slopes and gradients are like; the smallest are those of a saturated network. */
const factor = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.integer({ min: -400, max: 400 }).map((n) => n / 100),
  fc.double({ min: 1e-9, max: 1e-3, noNaN: true }),
);

test('a count from five digits on is cut into threes by spaces, which are neither point nor comma', () => {
  expect([0, 7, 1000, 9999, 10_000, 123_456, 1_000_000].map((n) => countText(n, notation))).toEqual([
    '0',
    '7',
    '1000',
    '9999',
    '10\u202f000',
    '123\u202f456',
    '1\u202f000\u202f000',
  ]);
  expect(countText(2 ** 60, notation)).toBe('1.15×10¹⁸');
});

describe('formatNumber', () => {
  test.each([
    [0.4, '0.400'],
    [1.2, '1.20'],
    [1, '1.00'],
    [-0.753, '−0.753'],
    [0.6233988845696153, '0.623'],
    [9.996, '10.0'],
    [12345.6, '12346'],
    [999999.7, '1.00×10⁶'],
    [0.0001, '0.000100'],
    [0.000099996, '0.000100'],
    [0.00009994, '9.99×10⁻⁵'],
    [0.00000001234, '1.23×10⁻⁸'],
    [-1.5e300, '−1.50×10³⁰⁰'],
    [0, '0'],
    [-0, '0'],
    [Number.NaN, 'not a number'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('writes %d as %s', (x, text) => {
    expect(formatNumber(x, notation)).toBe(text);
  });

  test('writes the comma of the notation', () => {
    expect(formatNumber(-1.5, comma)).toBe('−1,50');
    expect(formatNumber(1.5e-9, comma)).toBe('1,50×10⁻⁹');
  });

  test('puts a sign in front of positive numbers when asked, never in front of 0', () => {
    expect(formatNumber(0.01, notation, { sign: true })).toBe('+0.0100');
    expect(formatNumber(-0.01, notation, { sign: true })).toBe('−0.0100');
    expect(formatNumber(0, notation, { sign: true })).toBe('0');
  });

  test('tells −0 from 0 where every digit is wanted', () => {
    expect(formatNumber(-0, exact)).toBe('−0');
    expect(formatNumber(0.1 + 0.2, exact)).toBe('0.30000000000000004');
    expect(formatNumber(0.6, exact)).toBe('0.6');
  });

  test('is off by at most half a unit of its last digit', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 2, max: 16 }), (x, digits) => {
        const back = parseNumber(formatNumber(x, notation, { digits })) ?? Number.NaN;
        // The text of the largest number can round up beyond it.
        if (Number.isNaN(back)) return Math.abs(x) > 1e308;
        return Math.abs(back - x) <= 0.5000001 * 10 ** (1 - digits) * Math.abs(x);
      }),
    );
  });

  test('with 17 digits reads back as the same number, bit for bit, in either notation', () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(notation, comma), (x, written) => {
        expect(parseNumber(formatNumber(x, { ...written, digits: 17 }))).toBe(x);
      }),
    );
  });
});

describe('exactText and parseNumber', () => {
  test('the text for editing reads back as the same number, bit for bit', () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(notation, comma), (x, written) => {
        expect(parseNumber(exactText(x, written))).toBe(x);
      }),
    );
  });

  test.each([
    ['−1.5', -1.5],
    ['-1.5', -1.5],
    ['+2', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-3', 0.001],
    ['1E−3', 0.001],
    ['  0.4 ', 0.4],
    ['1.23×10⁻⁸', 1.23e-8],
    ['-0', -0],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '-',
    '1e',
    '.',
    '1e999',
    '∞',
    'NaN',
    'Infinity',
    '0x10',
    '1 000',
    '1.2.3',
    '--1',
    '1,5,5',
    '1e1.5',
    '1_0',
  ])('finds no finite number in %j', (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  test('reads a comma as it reads a point, and no separators of thousands', () => {
    expect(parseNumber('1,5')).toBe(1.5);
    expect(parseNumber('−,5')).toBe(-0.5);
    expect(parseNumber('1,5,5')).toBeUndefined();
    expect(parseNumber('1.500,5')).toBeUndefined();
    expect(parseNumber('1,500.5')).toBeUndefined();
  });

  test('reads only what JavaScript would read as the same number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-.eE ') }), (text) => {
        const value = parseNumber(text);
        if (value !== undefined) expect(value).toBe(Number(text));
      }),
    );
  });
});

describe('briefText', () => {
  test.each([
    [1.2, '1.2'],
    [1, '1'],
    [-0.75, '−0.75'],
    [0.6233988845696153, '0.623'],
    [1e21, '1.00×10²¹'],
    [1e-7, '1.00×10⁻⁷'],
    [Number.NaN, 'not a number'],
  ])('writes %d as %s', (x, text) => {
    expect(briefText(x, notation)).toBe(text);
  });
});

describe('isDraft', () => {
  test.each(['', '-', '−', '+', '.', '-.', '1e', '1e-', '1.e', '1,', ' - '])('%j may become a number', (text) => {
    expect(isDraft(text)).toBe(true);
  });

  test.each(['1', 'x', '1e999', '--', '1-', 'e', '1,5,', '-e'])(
    '%j is a number already, or never becomes one',
    (text) => {
      expect(isDraft(text)).toBe(false);
    },
  );

  test('each beginning of a number is a draft or a number', () => {
    fc.assert(
      fc.property(anyNumber, (x) => {
        const text = exactText(x, notation);
        for (let end = 0; end < text.length; end++) {
          const beginning = text.slice(0, end);
          expect(isDraft(beginning) || parseNumber(beginning) !== undefined).toBe(true);
        }
      }),
    );
  });
});

describe('addStep', () => {
  test.each([
    [0.4, 0.01, 0.41],
    [0.1, 0.2, 0.3],
    [0.3, -0.3, 0],
    [-0.01, 0.001, -0.009],
    [0.5336844876719385, 0.01, 0.5436844876719386],
    [1e-20, 0.01, 0.01],
    [1e300, 0.01, 1e300],
  ])('%d + %d = %d', (value, delta, sum) => {
    expect(addStep(value, delta)).toBe(sum);
  });

  test('counts like whole numbers of the last place', () => {
    const whole = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 6 }), (a, b, places) => {
        const unit = 10 ** places;
        expect(addStep(a / unit, b / unit)).toBe((a + b) / unit + 0);
      }),
    );
  });

  test('a step there and a step back is no step', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1, 0.1, 0.01, 0.001), (n, delta) => {
        const value = n / 1e4 + 0;
        expect(addStep(addStep(value, delta), -delta)).toBe(value);
      }),
    );
  });

  test('an infinite sum stays infinite', () => {
    expect(addStep(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.POSITIVE_INFINITY);
  });
});

/** What a reader with a pocket calculator finds: the printed numbers, multiplied, rounded to the printed product's digits. */
const calculated = (result: number, shown: string): boolean => {
  const printed = parseNumber(shown) ?? Number.NaN;
  if (printed === 0) return result === 0;
  const unit = 10 ** (Number(printed.toExponential().split('e')[1]) - notation.digits + 1);
  // A tie may go either way; how near a tie counts as one differs from the code by less than a test will ever find.
  return Math.abs(result - printed) <= 0.5 * (1 + 1e-8) * unit;
};

describe('digits that add up', () => {
  test('the printed factors multiply to the printed gradient', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 17 }), (factors) => {
        const gradient = factors.reduce((product, value) => product * value, 1);
        const digits = digitsThatMultiply(factors, gradient, notation);
        expect(digits).toBeLessThan(17);
        const product = factors
          .map((value) => parseNumber(formatNumber(value, notation, { digits })) ?? Number.NaN)
          .reduce((partial, value) => partial * value, 1);
        expect(calculated(product, formatNumber(gradient, notation))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('no fewer digits would do', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 2, maxLength: 6 }), (factors) => {
        const gradient = factors.reduce((product, value) => product * value, 1);
        const digits = digitsThatMultiply(factors, gradient, notation);
        if (digits === notation.digits) return;
        const product = factors
          .map((value) => parseNumber(formatNumber(value, notation, { digits: digits - 1 })) ?? Number.NaN)
          .reduce((partial, value) => partial * value, 1);
        expect(calculated(product, formatNumber(gradient, notation))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a product of short decimals is printed with the digits of the notation', () => {
    expect(digitsThatMultiply([1.2, 0.7], 1.2 * 0.7, notation)).toBe(3);
    expect(digitsThatMultiply([0.35, 0.35], 0.35 * 0.35, notation)).toBe(3);
    expect(digitsThatMultiply([0, 3.14], 0, notation)).toBe(3);
  });

  test('the printed step leads to the printed weight', () => {
    fc.assert(
      fc.property(factor, fc.double({ min: 0, max: 2, noNaN: true }), factor, (before, alpha, gradient) => {
        const after = before - alpha * gradient;
        const digits = digitsForUpdate(before, alpha, gradient, after, notation);
        const [w = 0, rate = 0, slope = 0] = [before, alpha, gradient].map((x) =>
          parseNumber(formatNumber(x, notation, { digits })),
        );
        expect(calculated(w - rate * slope, formatNumber(after, notation))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('the printed terms add up to the printed sum', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 8 }), (terms) => {
        const sum = terms.reduce((partial, term) => partial + term, 0);
        const digits = digitsThatAdd(terms, sum, notation);
        const printed = terms
          .map((term) => parseNumber(formatNumber(term, notation, { digits })) ?? Number.NaN)
          .reduce((partial, term) => partial + term, 0);
        expect(calculated(printed, formatNumber(sum, notation))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('gives up on what is not finite', () => {
    expect(digitsThatMultiply([Number.POSITIVE_INFINITY, 0], Number.NaN, notation)).toBe(3);
    expect(digitsForUpdate(Number.NaN, 1, 1, 1, notation)).toBe(3);
  });
});
