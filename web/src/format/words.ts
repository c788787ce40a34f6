/** Quantities and links in plain words: for ears, and for readers who meet a symbol for the first time. */
import type { Evaluation, Factor, Part, Quantity } from '../../../bindings/backprop';
import type { Activation, Scenario } from '../scenario/types';
import { formatNumber } from './number';
import { strings } from './strings';
import { activationName, glyphText, inputOf, outputText, targetGlyph, text, type Writing } from './symbol';

const { words } = strings;

/** The name of a quantity in a sentence: the cost, or its symbol. */
export const quantityWords = (q: Quantity, w: Writing): string => (q.kind === 'C' ? words.cost : text(q, w));

/** ∂of/∂by as ears hear it: "the change of a₂ per change of a₁". */
export const derivativeWords = (of: Quantity, by: Quantity, w: Writing): string =>
  words.strength(quantityWords(of, w), quantityWords(by, w));

const { meaning } = strings;

/** "neuron 2" where a layer has one, else "unit 3 of layer 2". */
export const unitWords = (layer = 0, unit = 0, w: Writing): string =>
  w.slim ? meaning.neuron(String(layer + 1)) : meaning.unitOf(String(unit + 1), String(layer + 1));

/** What a symbol stands for, in plain words. */
export function meaningOf(q: Quantity, w: Writing): string {
  const unit = unitWords(q.layer, q.unit, w);
  switch (q.kind) {
    case 'C':
      return meaning.C;
    case 'x':
      return meaning.x(String((q.input ?? 0) + 1));
    case 'b':
      return meaning.b(unit);
    case 'z':
      return meaning.z(unit);
    case 'a':
      return meaning.a(unit);
    case 'w': {
      const from = inputOf(q);
      const source =
        from.kind === 'x' ? meaning.inputN(String((from.input ?? 0) + 1)) : unitWords(from.layer, from.unit, w);
      return meaning.w(source, unit);
    }
  }
}

/** What a factor is and where its value comes from, in one sentence. */
export const linkWords = (link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string =>
  `${words.answers(quantityWords(link.of, w), quantityWords(link.by, w))}: ${linkReason(link, s, evaluation, w)}`;

/** Where the value of a factor comes from: "the slope of ReLU at z₂ (1.00) × the weight on the way, w₂ (0.700) = 0.700." */
export function linkReason(link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string {
  const value = formatNumber(link.value, w.notation);
  const kink = kinkWords(link, s, evaluation, w);
  const shut = link.value === 0 && kink === '' ? ` ${strings.chain.blocked(w.notation.cost)}` : '';
  if (link.parts.length > 0) {
    const parts = [...link.parts].reverse().map((part) => partWords(part, s, w));
    return `${parts.join(words.times)} = ${value}.${shut}${kink}`;
  }
  if (link.of.kind !== 'C') return `${partWords(link, s, w)}.${shut}${kink}`;
  if (link.terms) return `${link.by.kind === 'z' ? words.sumOfOutputs : words.sum} = ${value}.${shut}`;
  const a = outputText(link.by, w);
  const y = glyphText(targetGlyph(link.by.unit ?? 0, w));
  return `${words.costSlope(a, y)} = ${value}.${shut}${kink}`;
}

function partWords({ of, by, value }: Part, s: Scenario, w: Writing): string {
  const shown = formatNumber(value, w.notation);
  if (of.kind === 'a')
    return words.slope(activationName(s.layers[of.layer ?? 0]?.activation ?? 'identity'), text(by, w), shown);
  if (by.kind === 'b') return words.bias;
  if (by.kind === 'w') return words.input(text(inputOf(by), w), shown);
  return words.weight(text({ kind: 'w', layer: of.layer ?? 0, unit: of.unit ?? 0, input: by.unit ?? 0 }, w), shown);
}

/** Activations whose slope jumps at z = 0. */
const kinked: readonly Activation[] = ['relu', 'leaky_relu'];

/** A factor that contains a slope at a kink: there are two slopes, and one is used. */
export interface AtKink {
  /** What is exactly there: z at 0, or an output at its target. */
  readonly at: Quantity;
  /** What has the kink, as it is written. */
  readonly name: string;
  readonly slope: number;
}

/** The kink at which a slope of this factor was taken. */
export function kinkOfLink(link: Factor, s: Scenario, evaluation: Evaluation): AtKink | undefined {
  // The slope of |a − y| is 0 nowhere else.
  if (link.of.kind === 'C' && s.loss === 'absolute_error' && !link.terms && link.value === 0) {
    return { at: link.by, name: '|·|', slope: 0 };
  }
  const slope = [link, ...link.parts].find((part) => part.of.kind === 'a' && part.by.kind === 'z');
  const { layer, unit } = slope?.of ?? {};
  if (!slope || layer === undefined || unit === undefined || evaluation.layers[layer]?.z[unit] !== 0) return undefined;
  const activation = s.layers[layer]?.activation;
  if (!activation || !kinked.includes(activation)) return undefined;
  return { at: slope.by, name: activationName(activation), slope: slope.value };
}

/** The convention at the kink, where there is one. */
function kinkWords(link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string {
  const kink = kinkOfLink(link, s, evaluation);
  if (!kink) return '';
  const slope = formatNumber(kink.slope, w.notation, { digits: 2 });
  const say = kink.at.kind === 'z' ? words.kink : words.kinkOfCost;
  return ` ${say(kink.name, outputText(kink.at, w), slope)}`;
}
