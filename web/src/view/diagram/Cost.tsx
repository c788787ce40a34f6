import { useComputed } from '@preact/signals';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { costText, glyphText, targetGlyph } from '../../format/symbol';
import { withTarget } from '../../scenario/edits';
import { linkTo, sameLink, useLighting, usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { GlyphMark, Mark } from '../math/Symbol';
import { prediction } from '../math/symbols';
import styles from './Cost.module.css';
import given from './Given.module.css';
import type { Box } from './layout';
import { placed } from './placed';

/** Where the chain ends: the outputs beside their targets, and what the difference costs. */
export function Cost({ box }: { box: Box }) {
  const { playground, writing, known, links, lit } = usePage();
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const evaluation = playground.evaluation.value;
  const example = playground.example.value;
  const targets = scenario.examples[example]?.targets ?? [];
  const link = linkTo(links.value, { kind: 'C' });
  const own = link?.parts.length === 0 && !link.terms ? link : undefined;
  const layer = writing.value.depth - 1;
  return (
    <div
      class={styles.cost}
      style={placed(box)}
      data-tint={own?.tint}
      data-lit={sameLink(lit.value, own)}
      {...useLighting(own)}
    >
      <div class={styles.formula}>
        <Mark of={{ kind: 'C' }} /> = {costText(scenario.loss, writing.value)}
      </div>
      <div
        class={styles.value}
        data-testid="cost"
        data-long={formatNumber(evaluation.loss, notation).length > notation.digits + 5}
      >
        {known.value.cost ? formatNumber(evaluation.loss, notation) : ' '}
      </div>
      {targets.map((_, output) => {
        return (
          <div class={styles.row} key={output}>
            <span class={styles.output}>
              {targets.length === 1 ? (
                <GlyphMark glyph={prediction} meaning={strings.meaning.prediction} />
              ) : (
                <Mark of={{ kind: 'a', layer, unit: output }} />
              )}
              {known.value.forward(layer) && (
                <strong>{formatNumber(evaluation.outputs[output] ?? Number.NaN, notation)}</strong>
              )}
            </span>
            <Target output={output} />
          </div>
        );
      })}
    </div>
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
        <GlyphMark glyph={symbol} meaning={strings.meaning.target} /> <small>{strings.network.givenTag}</small>
      </span>
      <NumberField
        kind="given"
        lock="y"
        bubble="belowToEnd"
        label={strings.field.target(glyphText(symbol))}
        value={target}
        onEdit={(value, gesture) =>
          playground.edit(withTarget(playground.scenario.peek(), playground.example.peek(), output, value), gesture)
        }
      />
    </span>
  );
}
