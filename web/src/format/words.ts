/** Quantities and links in plain words: for ears, and for readers who meet a symbol for the first time. */
import type { Evaluation, Factor, Part, Quantity } from '../../../bindings/backprop';
import type { Scenario } from '../scenario/types';
import { kinkOfLink } from './kink';
import { formatNumber } from './number';
import { strings } from './strings';
import { linkWords } from './strings/links';
import { activationName, glyphText, inputOf, outputText, targetGlyph, text, type Writing } from './symbol';

/** The name of a quantity in a sentence: the cost, or its symbol. */
export const quantityInWords = (q: Quantity, w: Writing): string => (q.kind === 'C' ? linkWords.cost : text(q, w));

/** What a derivative tells. */
export const answerInWords = ({ of, by }: Part, w: Writing): string =>
  linkWords.answers(quantityInWords(of, w), quantityInWords(by, w));

/** What a factor is and where its value comes from, in one sentence. */
export const linkInWords = (link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string =>
  `${answerInWords(link, w)}: ${linkReason(link, s, evaluation, w)}`;

/** Where the value of a factor comes from: "the slope of ReLU at z₂ (1.00) × the weight on the way, w₂ (0.700) = 0.700." */
export function linkReason(link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string {
  const value = formatNumber(link.value, w.notation);
  const kink = kinkWords(link, s, evaluation, w);
  const shut = link.value === 0 && kink === '' ? ` ${strings.chain.blocked(w.notation.cost)}` : '';
  if (link.parts.length > 0) {
    const parts = [...link.parts].reverse().map((part) => partWords(part, s, w));
    return `${parts.join(linkWords.times)} = ${value}.${shut}${kink}`;
  }
  if (link.of.kind !== 'C') return `${partWords(link, s, w)}.${shut}${kink}`;
  if (link.terms) return `${link.by.kind === 'z' ? linkWords.sumOfOutputs : linkWords.sum} = ${value}.${shut}`;
  const a = outputText(link.by, w);
  const y = glyphText(targetGlyph(link.by.unit ?? 0, w));
  return `${linkWords.costSlope(s.loss, a, y, w.outputs)} = ${value}.${shut}${kink}`;
}

function partWords({ of, by, value }: Part, s: Scenario, w: Writing): string {
  const shown = formatNumber(value, w.notation);
  if (of.kind === 'a')
    return linkWords.slope(activationName(s.layers[of.layer ?? 0]?.activation ?? 'identity'), text(by, w), shown);
  if (by.kind === 'b') return linkWords.bias;
  if (by.kind === 'w') return linkWords.input(text(inputOf(by), w), shown);
  return linkWords.weight(text({ kind: 'w', layer: of.layer ?? 0, unit: of.unit ?? 0, input: by.unit ?? 0 }, w), shown);
}

/** The convention at the kink, where there is one. */
function kinkWords(link: Factor, s: Scenario, evaluation: Evaluation, w: Writing): string {
  const kink = kinkOfLink(link, s, evaluation);
  if (!kink) return '';
  const slope = formatNumber(kink.slope, w.notation, { digits: 2 });
  const say = kink.at.kind === 'z' ? linkWords.kink : linkWords.kinkOfCost;
  return ` ${say(kink.name, outputText(kink.at, w), slope)}`;
}
