/** The numbers that a lesson can name: C yp z1 a1 x1 w1 b1 dC/dw1 alpha steps; in wider networks w.2.1.3, dC/da.2.1. */
import type { Quantity as NetworkQuantity, Part } from '../../../bindings/backprop';
import { quantityWords } from '../format/strings/quantity';
import { derivativeText, quantityOf, text, type Writing } from '../format/symbol';
import { refIn } from '../scenario/link/names';
import { shown } from '../scenario/link/numbers';
import { refuse } from '../scenario/reading';
import { inputCount, outputCount } from '../scenario/shape';
import type { Layered } from '../scenario/types';
import type { Playground } from '../state/playground';
import type { Quantity, Situation } from './types';

/** The quantity that a name names in this network; refuses any other. @param path that a refusal names */
export function readQuantity(s: Layered, name: string, path: string): Quantity {
  const own = name.trim();
  if (own === 'alpha' || own === 'steps') return { kind: own };
  const derivative = /^dC\/d(?!C$|x)(.*)$/.exec(own);
  if (derivative) return { kind: 'derivative', by: numberOf(s, derivative[1] ?? '', path, own) };
  return { kind: 'value', of: numberOf(s, own, path, own) };
}

const names =
  'a quantity such as C, yp, z1, a1, x1, w1, b1, dC/da1, dC/dz1, dC/dw1, alpha, steps or, in a wider network, w.2.1.3';

function numberOf(s: Layered, name: string, path: string, whole: string): NetworkQuantity | 'yp' {
  if (name === 'C') return { kind: 'C' };
  if (name === 'yp')
    return outputCount(s) === 1 ? 'yp' : refuse(path, 'names yp, but this network has several outputs');
  const input = /^x\.?([1-9]\d?)$/.exec(name)?.[1];
  if (input !== undefined) {
    return Number(input) <= inputCount(s)
      ? { kind: 'x', layer: 0, input: Number(input) - 1 }
      : refuse(path, `names ${whole}, which this network does not have`);
  }
  if (!/^[zawb][\d.]/.test(name)) return refuse(path, `expects ${names}, got ${shown(whole)}`);
  const z = name.startsWith('z');
  const q = quantityOf(refIn(s, z ? name.replace('z', 'a') : name, path));
  return z ? { ...q, kind: 'z' } : q;
}

/** Everything that a quantity's value is read from; follows the playground's signals. */
export const situationOf = (playground: Playground): Situation => ({
  scenario: playground.scenario.value,
  evaluation: playground.evaluation.value,
  example: playground.example.value,
  steps: playground.run.value.cursor.step,
  notation: playground.notation.value,
});

/** Undefined where the network on screen does not have it: the reader may have changed its shape. */
export function quantityValue(q: Quantity, situation: Situation): number | undefined {
  switch (q.kind) {
    case 'alpha':
      return situation.scenario.descent.alpha;
    case 'steps':
      return situation.steps;
    case 'value':
      return numberAt(resolved(q.of, situation.scenario), situation);
    case 'derivative':
      return derivativeAt(resolved(q.by, situation.scenario), situation);
  }
}

/** `yp` is the only activation of the last layer. */
const resolved = (of: NetworkQuantity | 'yp', s: Layered): NetworkQuantity =>
  of === 'yp' ? { kind: 'a', layer: s.layers.length - 1, unit: outputCount(s) === 1 ? 0 : -1 } : of;

function numberAt({ kind, layer = 0, unit = 0, input = 0 }: NetworkQuantity, situation: Situation): number | undefined {
  const { scenario, evaluation } = situation;
  switch (kind) {
    case 'C':
      return evaluation.loss;
    case 'a':
    case 'z':
      return evaluation.layers[layer]?.[kind][unit];
    case 'w':
      return scenario.layers[layer]?.weights[unit]?.[input];
    case 'b':
      return scenario.layers[layer]?.biases?.[unit];
    case 'x':
      return evaluation.layers[0]?.x[input];
  }
}

function derivativeAt(by: NetworkQuantity, { evaluation }: Situation): number | undefined {
  const { kind, layer = 0, unit = 0, input = 0 } = by;
  const trace = evaluation.layers[layer];
  switch (kind) {
    case 'a':
      return trace?.dC_da[unit];
    case 'z':
      return trace?.dC_dz[unit];
    case 'b':
      return trace?.dC_db?.[unit];
    case 'w':
      return trace && input < trace.x.length ? trace.dC_dW[unit * trace.x.length + input] : undefined;
    default:
      return undefined;
  }
}

/** w₁, yₚ, ∂C/∂w₁, α, in the reader's notation. */
export function quantityText(q: Quantity, w: Writing): string {
  if (q.kind === 'alpha') return w.notation.rate;
  if (q.kind === 'steps') return quantityWords.steps;
  if (q.kind === 'derivative') return derivativeText({ kind: 'C' }, writtenAs(q.by, w), w);
  return q.of === 'yp' ? 'yₚ' : text(q.of, w);
}

export const writtenAs = (of: NetworkQuantity | 'yp', { depth }: Writing): NetworkQuantity =>
  of === 'yp' ? { kind: 'a', layer: depth - 1, unit: 0 } : of;

/** Stands for a quantity itself among links: `leadsTo` and `startsAt` find it, no tile of a factor is it. */
const itself = (q: NetworkQuantity): Part => ({ of: q, by: q, value: Number.NaN });

/**
 * What `lit` of the page has to hold for the quantity to light up wherever it stands: ∂C/∂a₂ where the cost answers a₂, a
 * value at its weight or neuron. Nothing for α and steps.
 */
export function litBy(q: Quantity, s: Layered): readonly Part[] {
  if (q.kind === 'derivative') return [{ of: { kind: 'C' }, by: resolved(q.by, s), value: Number.NaN }];
  if (q.kind !== 'value') return [];
  const of = resolved(q.of, s);
  return [itself(of.kind === 'z' ? { ...of, kind: 'a' } : of)];
}
