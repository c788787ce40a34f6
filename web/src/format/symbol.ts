/**
 * How a quantity is written: as plain text (labels, menus), as TeX (formulas) and as words (for ears and for first-time readers).
 * In a network with one unit and one input per layer the layer number alone is the index (w₁, a₁), as in the lecture note;
 * in any wider one the layer stands above and unit and input below: w⁽²⁾₁₃. All indices count from 1 on screen.
 */
import type { Part, Quantity } from '../../../bindings/backprop';
import type { Activation, Loss, Notation, Ref } from '../scenario/types';
import { lowered, raised } from './script';

/** What the writing of symbols depends on. */
export interface Writing {
  readonly notation: Notation;
  /** One unit and one input in every layer: short names. */
  readonly slim: boolean;
  /** Number of layers; the last layer's only activation is also called y_p. */
  readonly depth: number;
  /** Units of the last layer. */
  readonly outputs: number;
}

/** A symbol cut into the places where it is set. */
export interface Glyph {
  readonly base: string;
  readonly above?: string;
  readonly below?: string;
}

const indices = (...at: (number | undefined)[]): string => {
  const shown = at.filter((i) => i !== undefined).map((i) => i + 1);
  return shown.join(shown.some((i) => i > 9) ? ',' : '');
};

/** The parameter or activation of a Ref as a quantity. */
export const quantityOf = (ref: Ref): Quantity =>
  'input' in ref
    ? { kind: 'w', layer: ref.layer, unit: ref.unit, input: ref.input }
    : 'bias' in ref
      ? { kind: 'b', layer: ref.layer, unit: ref.unit }
      : { kind: 'a', layer: ref.layer, unit: ref.unit };

export const sameQuantity = (p: Quantity, q: Quantity): boolean =>
  p.kind === q.kind &&
  (p.kind === 'C' ||
    (p.layer === q.layer && p.unit === q.unit && p.input === q.input) ||
    (p.kind === 'x' && p.input === q.input && q.kind === 'x'));

/** Two links, or parts of links, between the same quantities. */
export const samePart = (a: Part, b: Part): boolean => sameQuantity(a.of, b.of) && sameQuantity(a.by, b.by);

export function glyph(q: Quantity, w: Writing): Glyph {
  if (q.kind === 'C') return { base: w.notation.cost };
  if (q.kind === 'x') return { base: 'i', below: indices(q.input) };
  if (w.slim) return { base: q.kind, below: indices(q.layer) };
  return {
    base: q.kind,
    above: `(${indices(q.layer)})`,
    below: indices(q.unit, q.kind === 'w' ? q.input : undefined),
  };
}

/** The target of an output: y, or y₁ y₂ … where there are several. */
export const targetGlyph = (output: number, w: Writing): Glyph =>
  w.outputs === 1 ? { base: 'y' } : { base: 'y', below: indices(output) };

export const glyphText = (g: Glyph): string =>
  g.base + (g.above ? raised(g.above) : '') + (g.below ? lowered(g.below) : '');
export const text = (q: Quantity, w: Writing): string => glyphText(glyph(q, w));
export const derivativeText = (of: Quantity, by: Quantity, w: Writing): string => `∂${text(of, w)}/∂${text(by, w)}`;

const glyphTex = (g: Glyph): string => g.base + (g.above ? `^{${g.above}}` : '') + (g.below ? `_{${g.below}}` : '');
export const tex = (q: Quantity, w: Writing): string => glyphTex(glyph(q, w));
export const derivativeTex = (of: Quantity, by: Quantity, w: Writing): string =>
  `\\dfrac{\\partial ${tex(of, w)}}{\\partial ${tex(by, w)}}`;

/** ∂a₂/∂a₁ without the ∂: what tells one link from another. */
export const partKey = ({ of, by }: Part, w: Writing): string => `${text(of, w)}/${text(by, w)}`;

const isOutput = (q: Quantity, w: Writing) => q.kind === 'a' && q.layer === w.depth - 1;

/** y_p for the only output of a network, else its activation. */
export const outputText = (q: Quantity, w: Writing): string => (isOutput(q, w) && w.outputs === 1 ? 'yₚ' : text(q, w));
const outputTex = (q: Quantity, w: Writing): string => (isOutput(q, w) && w.outputs === 1 ? 'y_p' : tex(q, w));

interface ActivationWriting {
  readonly name: string;
  readonly tex: string;
}
const named = (name: string): ActivationWriting => ({ name, tex: `\\mathrm{${name}}` });
const activations: Record<Activation, ActivationWriting> = {
  identity: named('id'),
  relu: named('ReLU'),
  leaky_relu: named('LeakyReLU'),
  elu: named('ELU'),
  softplus: named('softplus'),
  sigmoid: { name: 'σ', tex: '\\sigma' },
  tanh: { name: 'tanh', tex: '\\tanh' },
  gelu: named('GELU'),
  silu: named('SiLU'),
  sin: { name: 'sin', tex: '\\sin' },
  cos: { name: 'cos', tex: '\\cos' },
  exp: { name: 'exp', tex: '\\exp' },
  softmax: named('softmax'),
};
export const activationName = (f: Activation): string => activations[f].name;

interface LossWriting {
  /** As plain text; `sum` is Σ where there are several outputs. */
  readonly cost: (a: string, y: string, sum: string) => string;
  /** ∂C/∂a as TeX, for one of `outputs` outputs. */
  readonly slope: (a: string, y: string, outputs: number) => string;
}
const losses: Record<Loss, LossWriting> = {
  squared_error: { cost: (a, y, sum) => `${sum}(${a} − ${y})²`, slope: (a, y) => `2(${a} - ${y})` },
  half_squared_error: { cost: (a, y, sum) => `½${sum || ' '}(${a} − ${y})²`, slope: (a, y) => `(${a} - ${y})` },
  mean_squared_error: {
    cost: (a, y, sum) => (sum ? `mean (${a} − ${y})²` : `(${a} − ${y})²`),
    slope: (a, y, outputs) => (outputs > 1 ? `\\tfrac{2}{${outputs}}(${a} - ${y})` : `2(${a} - ${y})`),
  },
  absolute_error: { cost: (a, y, sum) => `${sum}|${a} − ${y}|`, slope: (a, y) => `\\mathrm{sign}(${a} - ${y})` },
  huber: { cost: (a, y, sum) => `${sum}huber(${a} − ${y})`, slope: (a, y) => `\\mathrm{clip}(${a} - ${y})` },
  binary_cross_entropy: {
    cost: (a, y, sum) => `−${sum}[${y} ln ${a} + (1−${y}) ln(1−${a})]`,
    slope: (a, y) => `\\tfrac{${a} - ${y}}{${a}(1 - ${a})}`,
  },
  cross_entropy: { cost: (a, y, sum) => `−${sum}${y} ln ${a}`, slope: (a, y) => `-\\tfrac{${y}}{${a}}` },
};

/** The cost of one example as plain text: (yₚ − y)², or the sum over the outputs. */
export const costText = (loss: Loss, w: Writing): string =>
  w.outputs === 1 ? losses[loss].cost('yₚ', 'y', '') : losses[loss].cost('a', 'y', 'Σ');

/** The local expression of a factor, slope first: σ′(z₃)·w₃. */
export function expressionTex(
  factor: Part & { readonly parts: readonly Part[] },
  activation: (layer: number) => Activation,
  loss: Loss,
  w: Writing,
): string {
  const { of, by } = factor;
  if (factor.parts.length > 0) {
    return [...factor.parts]
      .reverse()
      .map((part) => partTex(part, activation, w))
      .join(' \\cdot ');
  }
  if (of.kind !== 'C') return partTex(factor, activation, w);
  if (isOutput(by, w)) {
    return losses[loss].slope(outputTex(by, w), glyphTex(targetGlyph(by.unit ?? 0, w)), w.outputs);
  }
  // A unit feeds the next layer, a softmax by its z; the z of a softmax feeds every output of its own.
  const fed = (by.layer ?? 0) + (by.kind === 'z' ? 0 : 1);
  const each = `${by.kind === 'a' && activation(fed) === 'softmax' ? 'z' : 'a'}^{(${fed + 1})}_j`;
  return `\\textstyle\\sum_j \\frac{\\partial ${each}}{\\partial ${tex(by, w)}} \\cdot \\frac{\\partial ${tex(of, w)}}{\\partial ${each}}`;
}

/** One part: the slope of an activation, the weight on the way, or the input of a weight. */
function partTex({ of, by }: Part, activation: (layer: number) => Activation, w: Writing): string {
  if (of.kind === 'a') return `${activations[activation(of.layer ?? 0)].tex}'(${tex(by, w)})`;
  if (of.kind === 'z' && by.kind === 'a')
    return tex({ kind: 'w', layer: of.layer ?? 0, unit: of.unit ?? 0, input: by.unit ?? 0 }, w);
  if (of.kind === 'z' && by.kind === 'w') return tex(inputOf(by), w);
  if (of.kind === 'z' && by.kind === 'b') return '1';
  return derivativeTex(of, by, w);
}

/** What a weight multiplies: an input of the network or an activation of the layer before. */
export const inputOf = (weight: Quantity): Quantity =>
  weight.layer === 0
    ? { kind: 'x', layer: 0, input: weight.input ?? 0 }
    : { kind: 'a', layer: (weight.layer ?? 0) - 1, unit: weight.input ?? 0 };
