/** What a symbol stands for, in plain words: for readers who meet it for the first time. */
import type { Part, Quantity } from '../../../bindings/backprop';
import { meaningWords } from './strings/meaning';
import { inputOf, type Writing } from './symbol';
import { answerInWords } from './words';

/** What stands at the end of the network under a name of its own. */
export type Given = 'prediction' | 'target';

/** "neuron 2" where a layer has one, else "unit 3 of layer 2". */
export const unitWords = (layer = 0, unit = 0, w: Writing): string =>
  w.slim ? meaningWords.neuron(String(layer + 1)) : meaningWords.unitOf(String(unit + 1), String(layer + 1));

/** What a symbol stands for, in plain words. */
export function meaningOf(q: Quantity | Given | Part, w: Writing): string {
  if (typeof q === 'string') return meaningWords[q];
  if ('of' in q) return answerInWords(q, w);
  const unit = unitWords(q.layer, q.unit, w);
  switch (q.kind) {
    case 'C':
      return meaningWords.C;
    case 'x':
      return meaningWords.x(String((q.input ?? 0) + 1));
    case 'b':
      return meaningWords.b(unit);
    case 'z':
      return meaningWords.z(unit);
    case 'a':
      return meaningWords.a(unit);
    case 'w': {
      const from = inputOf(q);
      const source =
        from.kind === 'x' ? meaningWords.inputN(String((from.input ?? 0) + 1)) : unitWords(from.layer, from.unit, w);
      return meaningWords.w(source, unit);
    }
  }
}
