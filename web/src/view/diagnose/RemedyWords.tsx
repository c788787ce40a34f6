import { briefText } from '../../format/number';
import { diagnoseWords } from '../../format/strings/diagnose';
import { activationName, glyphText, outputText, quantityOf, targetGlyph, text } from '../../format/symbol';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import type { Remedy } from './remedies';

const words = diagnoseWords.remedy;

const layerNumbers = (layers: readonly number[]) => layers.map((layer) => String(layer + 1));

/** What a remedy does, as its button says it. */
export function RemedyWords({ remedy }: { remedy: Remedy }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const w = writing.value;
  const unit = (at: { layer: number; unit: number }) => outputText({ kind: 'a', ...at }, w);
  switch (remedy.kind) {
    case 'flip':
      return <Sentence>{words.flip(unit({ layer: remedy.layer, unit: remedy.unit }))}</Sentence>;
    case 'bias':
      return <Sentence>{words.bias(text(quantityOf(remedy.ref), w), briefText(remedy.value, notation))}</Sentence>;
    case 'activation':
      return <Sentence>{words.activation(activationName(remedy.activation), layerNumbers(remedy.layers))}</Sentence>;
    case 'activations':
      return <Sentence>{words.activations(activationName(remedy.activation))}</Sentence>;
    case 'shrink':
      return (
        <Sentence>
          {words.shrink(unit({ layer: remedy.layer, unit: remedy.unit }), briefText(remedy.part, notation))}
        </Sentence>
      );
    case 'fresh':
      return <Sentence>{words.fresh(String(remedy.seed))}</Sentence>;
    case 'unfreeze':
      return <>{words.unfreeze}</>;
    case 'rate':
      return <Sentence>{words.rate(notation.rate, briefText(remedy.value, notation))}</Sentence>;
    case 'target':
      return (
        <Sentence>{words.target(glyphText(targetGlyph(remedy.output, w)), briefText(remedy.value, notation))}</Sentence>
      );
  }
}
