/** Symbols as ears hear them; screen readers stumble over raised layers and leave out a ∂. */
import { spokenWords } from './strings/spoken';

const lowered = '[₀-₉]+(?:,[₀-₉]+)?';
/** w⁽²⁾₁₃, of a network with several units in a layer; the word before it may say already what it is. */
const wide = new RegExp(`(?:(weight|bias|neuron) )?([wbaz])⁽([⁰¹²³⁴-⁹]+)⁾(${lowered})`, 'g');
/** Either end of a derivative. */
const end = `[a-zA-Z](?:⁽[⁰¹²³⁴-⁹]+⁾)?(?:${lowered})?`;
/** ∂a₂/∂a₁; in the head of a column ∂C/∂ is by whatever the row is about. */
const derivative = new RegExp(`∂(${end})/∂(${end})?`, 'g');

/** A text whose symbols are told: "the change of the cost per change of weight of layer 2, unit 1, input 3". */
export function spoken(text: string): string {
  if (!/[∂⁽]/.test(text)) return text;
  return text
    .replace(derivative, (_, of: string, by: string | undefined) =>
      spokenWords.derivative(/^[A-Z]$/.test(of) ? spokenWords.cost : of, by ?? spokenWords.it),
    )
    .replace(wide, (_, noun: string | undefined, kind: keyof typeof spokenWords.of, layer: string, at: string) => {
      const [unit = '', input] = at.includes(',') || kind !== 'w' ? at.split(',') : at;
      const place = spokenWords.place(digits(layer), digits(unit), input && digits(input));
      return `${noun === 'neuron' ? noun : spokenWords.of[kind]} ${place}`;
    });
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';

const digits = (text: string): string =>
  [...text].map((digit) => Math.max(raisedDigits.indexOf(digit), loweredDigits.indexOf(digit))).join('');
