import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../../bindings/backprop';
import {
  costText,
  derivativeTex,
  derivativeText,
  expressionTex,
  glyphText,
  inputOf,
  outputText,
  quantityOf,
  sameQuantity,
  targetGlyph,
  tex,
  text,
  type Writing,
} from '../../../web/src/format/symbol';
import { startNotation as notation } from '../../../web/src/scenario/start';
import type { Activation } from '../../../web/src/scenario/types';

/** The note's chain of three, and a network whose second and last layer has two units. */
const slim: Writing = { notation, slim: true, depth: 3, outputs: 1 };
const wide: Writing = { notation, slim: false, depth: 2, outputs: 2 };

const C: Quantity = { kind: 'C' };
const w = (layer: number, unit: number, input: number): Quantity => ({ kind: 'w', layer, unit, input });
const a = (layer: number, unit = 0): Quantity => ({ kind: 'a', layer, unit });
const z = (layer: number, unit = 0): Quantity => ({ kind: 'z', layer, unit });

describe('a symbol', () => {
  test('has the layer alone as its index where every layer has one unit and one input', () => {
    expect(text(w(0, 0, 0), slim)).toBe('w₁');
    expect(text(a(2), slim)).toBe('a₃');
    expect(text({ kind: 'b', layer: 1, unit: 0 }, slim)).toBe('b₂');
    expect(text({ kind: 'x', layer: 0, input: 0 }, slim)).toBe('i₁');
  });

  test('has the layer above and unit and input below in any wider network', () => {
    expect(text(w(1, 0, 2), wide)).toBe('w⁽²⁾₁₃');
    expect(text({ kind: 'b', layer: 0, unit: 1 }, wide)).toBe('b⁽¹⁾₂');
    expect(text(a(1, 1), wide)).toBe('a⁽²⁾₂');
    expect(tex(w(1, 0, 2), wide)).toBe('w^{(2)}_{13}');
  });

  test('keeps two indices apart where one has two digits', () => {
    expect(text(w(0, 11, 2), wide)).toBe('w⁽¹⁾₁₂,₃');
    expect(text(w(0, 0, 11), wide)).not.toBe(text(w(0, 10, 1), wide));
  });

  test('of the cost is the notation’s', () => {
    expect(text(C, slim)).toBe('C');
    expect(text(C, { ...slim, notation: { ...notation, cost: 'L' } })).toBe('L');
  });

  test('of the only output is yₚ in an expression, of one of several its own', () => {
    expect(outputText(a(2), slim)).toBe('yₚ');
    expect(outputText(a(1), slim)).toBe('a₂');
    expect(outputText(a(1, 1), wide)).toBe('a⁽²⁾₂');
  });

  test('of a target has an index only where there are several', () => {
    expect(glyphText(targetGlyph(0, slim))).toBe('y');
    expect(glyphText(targetGlyph(1, wide))).toBe('y₂');
  });
});

describe('a derivative', () => {
  test('is written ∂of/∂by, as text and as TeX', () => {
    expect(derivativeText(a(1), a(0), slim)).toBe('∂a₂/∂a₁');
    expect(derivativeTex(C, w(0, 0, 0), slim)).toBe('\\dfrac{\\partial C}{\\partial w_{1}}');
  });
});

describe('the local expression of a factor', () => {
  const activation = (layer: number): Activation => (['relu', 'tanh', 'sigmoid'] as const)[layer] ?? 'identity';
  const factor = (of: Quantity, by: Quantity, parts: [Quantity, Quantity][]) => ({
    of,
    by,
    value: 1,
    parts: parts.map(([o, b]) => ({ of: o, by: b, value: 1 })),
  });
  const written = (f: ReturnType<typeof factor>, how: Writing = slim) =>
    expressionTex(f, activation, 'squared_error', how);

  test('puts the slope first, then the weight on the way', () => {
    const along = factor(a(2), a(1), [
      [z(2), a(1)],
      [a(2), z(2)],
    ]);
    expect(written(along)).toBe("\\sigma'(z_{3}) \\cdot w_{3}");
  });

  test('has what the weight multiplies: an input in the first layer, an activation after it', () => {
    const own = (layer: number) =>
      factor(a(layer), w(layer, 0, 0), [
        [z(layer), w(layer, 0, 0)],
        [a(layer), z(layer)],
      ]);
    expect(written(own(0))).toBe("\\mathrm{ReLU}'(z_{1}) \\cdot i_{1}");
    expect(written(own(1))).toBe("\\tanh'(z_{2}) \\cdot a_{1}");
  });

  test('has 1 for a bias', () => {
    const b: Quantity = { kind: 'b', layer: 0, unit: 0 };
    const bias = factor(a(0), b, [
      [z(0), b],
      [a(0), z(0)],
    ]);
    expect(written(bias)).toBe("\\mathrm{ReLU}'(z_{1}) \\cdot 1");
  });

  test('of the cost is its slope, with the 2 only where the loss has no half', () => {
    const last = factor(C, a(2), []);
    expect(written(last)).toBe('2(y_p - y)');
    expect(expressionTex(last, activation, 'half_squared_error', slim)).toBe('(y_p - y)');
    expect(written(factor(C, a(1, 1), []), wide)).toBe('2(a^{(2)}_{2} - y_{2})');
  });

  test('of a unit that feeds several is a sum over them', () => {
    expect(written(factor(C, a(0, 2), []), wide)).toBe(
      '\\textstyle\\sum_j \\frac{\\partial a^{(2)}_j}{\\partial a^{(1)}_{3}} \\cdot \\frac{\\partial C}{\\partial a^{(2)}_j}',
    );
  });

  test('of a unit that feeds a softmax is a sum over its z, of a z of a softmax one over its outputs', () => {
    const softmax = (layer: number): Activation => (layer === 1 ? 'softmax' : 'relu');
    const sum = (by: Quantity) => expressionTex(factor(C, by, []), softmax, 'cross_entropy', wide);
    expect(sum(a(0, 2))).toContain('{\\partial z^{(2)}_j}');
    expect(sum({ kind: 'z', layer: 1, unit: 0 })).toContain('{\\partial a^{(2)}_j}');
  });
});

describe('names of quantities', () => {
  test('come from refs: a weight, a bias, an activation', () => {
    expect(quantityOf({ layer: 1, unit: 2, input: 0 })).toEqual(w(1, 2, 0));
    expect(quantityOf({ layer: 1, unit: 2, bias: true })).toEqual({ kind: 'b', layer: 1, unit: 2 });
    expect(quantityOf({ layer: 1, unit: 2 })).toEqual(a(1, 2));
  });

  test('are the same only where kind and every index are', () => {
    expect(sameQuantity(w(0, 1, 2), w(0, 1, 2))).toBe(true);
    expect(sameQuantity(C, C)).toBe(true);
    for (const other of [w(0, 1, 1), w(0, 2, 2), w(1, 1, 2), a(0, 1), C]) {
      expect(sameQuantity(w(0, 1, 2), other)).toBe(false);
    }
  });

  test('lead from a weight to what it multiplies', () => {
    expect(inputOf(w(0, 0, 3))).toEqual({ kind: 'x', layer: 0, input: 3 });
    expect(inputOf(w(2, 1, 3))).toEqual(a(1, 3));
  });
});

test('the cost is written as its loss is defined', () => {
  expect(costText('squared_error', slim)).toBe('(yₚ − y)²');
  expect(costText('squared_error', wide)).toBe('Σ(a − y)²');
  expect(costText('half_squared_error', wide)).toBe('½Σ(a − y)²');
});
