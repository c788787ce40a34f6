import { briefText } from '../../format/number';
import { diagnose } from '../../format/strings/diagnose';
import { activationName, glyphText, outputText, quantityOf, targetGlyph, text } from '../../format/symbol';
import { usePage } from '../context';
import type { Remedy } from './remedies';

const words = diagnose.remedy;

/** What a remedy does, as its button says it. */
export function RemedyWords({ remedy }: { remedy: Remedy }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const w = writing.value;
  const unit = (at: { layer: number; unit: number }) => outputText({ kind: 'a', ...at }, w);
  switch (remedy.kind) {
    case 'flip':
      return <>{words.flip(unit({ layer: remedy.layer, unit: remedy.unit }))}</>;
    case 'bias':
      return <>{words.bias(text(quantityOf(remedy.ref), w), briefText(remedy.value, notation))}</>;
    case 'activation':
      return <>{words.activation(activationName(remedy.activation), String(remedy.layer + 1))}</>;
    case 'activations':
      return <>{words.activations(activationName(remedy.activation))}</>;
    case 'shrink':
      return <>{words.shrink(unit({ layer: remedy.layer, unit: remedy.unit }), briefText(remedy.part, notation))}</>;
    case 'fresh':
      return <>{words.fresh(String(remedy.seed))}</>;
    case 'rate':
      return <>{words.rate(notation.rate, briefText(remedy.value, notation))}</>;
    case 'target':
      return <>{words.target(glyphText(targetGlyph(remedy.output, w)), briefText(remedy.value, notation))}</>;
  }
}
