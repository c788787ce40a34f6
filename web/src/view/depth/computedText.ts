import { activationName, inputOf, quantityOf, text, type Writing } from '../../format/symbol';
import { isBias, isWeight, parameters } from '../../scenario/refs';
import { isSlim } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';

/** Written out up to so many layers; of a longer chain the first and the last ones. */
const mostWritten = 4;

/**
 * σ(w₃·ReLU(w₂·ReLU(w₁·i₁))) for a chain, with + b₁ where there is one; the activations alone where a layer has several
 * inputs or units.
 */
export function computedText(s: Scenario, w: Writing): string {
  const names = s.layers.map(({ activation }) => activationName(activation));
  if (!isSlim(s) || !w.slim) return names.join(' → ');
  const weights = parameters(s).filter(isWeight).map(quantityOf);
  const biases = parameters(s).filter(isBias);
  const long = weights.length > mostWritten;
  return weights.reduce((inner, weight, k) => {
    // One ellipsis stands for the whole middle.
    if (long && k > 0 && k < weights.length - 1) return k === 1 ? `… ${inner} …` : inner;
    const bias = biases.find(({ layer }) => layer === weight.layer);
    const added = bias ? ` + ${text(quantityOf(bias), w)}` : '';
    return `${names[k]}(${text(weight, w)}·${k === 0 ? text(inputOf(weight), w) : inner}${added})`;
  }, '');
}
