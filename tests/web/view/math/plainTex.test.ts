import { describe, expect, test } from 'vitest';
import { derivativeTex, tex, text, type Writing } from '../../../../web/src/format/symbol';
import { startNotation as notation } from '../../../../web/src/scenario/start';
import { plainTex } from '../../../../web/src/view/math/plainTex';

const slim: Writing = { notation, slim: true, depth: 3, outputs: 1 };
const wide: Writing = { notation, slim: false, depth: 2, outputs: 2 };

describe('a formula before KaTeX has arrived', () => {
  test('is the symbol as text', () => {
    for (const writing of [slim, wide]) {
      for (const q of [
        { kind: 'w', layer: 1, unit: 0, input: 2 },
        { kind: 'a', layer: 0, unit: 1 },
        { kind: 'C' },
      ] as const) {
        expect(plainTex(tex(q, writing))).toBe(text(q, writing));
      }
    }
  });

  test('is a fraction with a slash, and reads as it is spoken', () => {
    const a = (layer: number) => ({ kind: 'a', layer, unit: 0 }) as const;
    expect(plainTex(derivativeTex(a(1), a(0), slim))).toBe('∂a₂/∂a₁');
    expect(plainTex("\\sigma'(z_{3}) \\cdot w_{3}")).toBe('σ′(z₃) · w₃');
    expect(plainTex("\\mathrm{ReLU}'(z_{1}) \\cdot i_{1}")).toBe('ReLU′(z₁) · i₁');
    expect(plainTex('2(y_p - y)')).toBe('2(yₚ − y)');
  });

  test('has no TeX left in it', () => {
    const sum =
      '\\textstyle\\sum_j \\frac{\\partial a^{(2)}_j}{\\partial a^{(1)}_{3}} \\cdot \\frac{\\partial C}{\\partial a^{(2)}_j}';
    expect(plainTex(sum)).not.toMatch(/[\\{}^_]/);
  });
});
