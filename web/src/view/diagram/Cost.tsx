import { useComputed } from '@preact/signals';
import { strings } from '../../format/strings';
import { costText, glyphText, targetGlyph } from '../../format/symbol';
import { withTarget } from '../../scenario/edits';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { isLit, linkTo } from '../links';
import { GlyphMark, Mark } from '../math/Symbol';
import { prediction } from '../math/symbols';
import { useLighting, useLink } from '../useLinks';
import { useNumber } from '../useNumber';
import styles from './Cost.module.css';
import given from './Given.module.css';
import type { Box } from './layout';
import { placed } from './placed';

/** Characters that stand in one line. */
const longFormula = 20;

/** Where the chain ends: the outputs beside their targets, and what the difference costs. */
export function Cost({ box, stacked }: { box: Box; stacked: boolean }) {
  const { playground, writing, known, lit } = usePage();
  const loss = useComputed(() => playground.scenario.value.loss).value;
  const formula = costText(loss, writing.value);
  const cost = useNumber(() => playground.evaluation.value.loss);
  const long = useComputed(() => cost.value.length > playground.notation.value.digits + 5);
  const own = useLink((links) => {
    const link = linkTo(links, { kind: 'C' });
    return link?.parts.length === 0 && !link.terms ? link : undefined;
  });
  return (
    <div
      class={styles.cost}
      style={placed(box)}
      data-stacked={stacked}
      data-tint={own?.tint}
      data-lit={isLit(lit.value, own)}
      {...useLighting(own)}
    >
      <div class={styles.formula} data-long={formula.length > longFormula}>
        <Mark of={{ kind: 'C' }} /> = {formula}
      </div>
      <div class={styles.value} data-testid="cost" data-long={long}>
        {known.value.cost ? cost : ' '}
      </div>
      {Array.from({ length: writing.value.outputs }, (_, output) => (
        <div class={styles.row} key={output}>
          <Output output={output} />
          <Target output={output} />
        </div>
      ))}
    </div>
  );
}

/** What the network says. */
function Output({ output }: { output: number }) {
  const { playground, writing, known } = usePage();
  const a = useNumber(() => playground.evaluation.value.outputs[output]);
  const { depth, outputs } = writing.value;
  const layer = depth - 1;
  return (
    <span class={styles.output}>
      {outputs === 1 ? (
        <GlyphMark glyph={prediction} stands="prediction" />
      ) : (
        <Mark of={{ kind: 'a', layer, unit: output }} />
      )}
      {known.value.forward(layer) && <strong>{a}</strong>}
    </span>
  );
}

/** What the output should be. */
function Target({ output }: { output: number }) {
  const { playground, writing } = usePage();
  // The shown example is read inside: what is computed follows the signals it reads, not the variables around it.
  const target = useComputed(
    () => playground.scenario.value.examples[playground.example.value]?.targets[output] ?? 0,
  ).value;
  const symbol = targetGlyph(output, writing.value);
  return (
    <span class={`${given.given} ${styles.target}`}>
      <span class={styles.targetName}>
        <GlyphMark glyph={symbol} stands="target" /> <small>{strings.network.givenTag}</small>
      </span>
      <NumberField
        kind="given"
        lock="y"
        bubble="belowToEnd"
        label={strings.field.target(glyphText(symbol))}
        value={target}
        snap={() => playground.evaluation.peek().outputs[output]}
        onEdit={(value, gesture) =>
          playground.edit(withTarget(playground.scenario.peek(), playground.example.peek(), output, value), gesture)
        }
      />
    </span>
  );
}
