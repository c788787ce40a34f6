import { useId } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { isBias, isFrozen, parameterAt, sameRef } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { linkInto, runsAlong, sameLink, useLighting, usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { Derivative, Mark } from '../math/Symbol';
import { welcomed } from '../welcome/welcomed';
import type { Box, Layout } from './layout';
import { placed } from './placed';
import styles from './WeightChip.module.css';

/** A weight or bias on its edge: choose it by its name, change it by its number; below, how strongly C answers it. */
export function WeightChip({ box, at, flow }: { box: Box; at: ParameterRef; flow: Layout['flow'] }) {
  const { playground, known, writing, links, lit } = usePage();
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const quantity = quantityOf(at);
  const symbol = text(quantity, writing.value);
  const chosen = sameRef(playground.pick.value, at);
  const trace = playground.evaluation.value.layers[at.layer];
  const gradient = isBias(at) ? trace?.dC_db?.[at.unit] : trace?.dC_dW[at.unit * trace.x.length + at.input];
  const stepped = known.value.walking && known.value.update ? playground.stepped.value : undefined;
  const after = stepped && formatNumber(parameterAt(stepped.scenario, at), notation);
  const choose = strings.network.choose(symbol);
  const gradientId = useId();
  const frozen = isFrozen(scenario, at);
  const link = linkInto(links.value, at);
  const carried = link && runsAlong(link, at) ? link : undefined;
  return (
    <div
      class={`${styles.chip} ${chosen ? styles.chosen : ''}`}
      style={placed(box)}
      data-lit={sameLink(lit.value, carried)}
      {...useLighting(carried)}
    >
      <button
        type="button"
        class={styles.name}
        aria-pressed={chosen}
        aria-label={after === undefined ? choose : strings.network.chooseAfter(choose, after)}
        onClick={() => playground.choose(at)}
      >
        {chosen && <span class={styles.mark}>▸</span>}
        <Mark of={quantity} />
        {frozen && <span class={styles.frozen}>{strings.network.frozen}</span>}
        {after !== undefined && <strong class={styles.after}>→ {after}</strong>}
      </button>
      <NumberField
        kind="parameter"
        label={isBias(at) ? strings.field.bias(symbol) : strings.field.weight(symbol)}
        value={parameterAt(scenario, at)}
        describedBy={known.value.backward ? gradientId : undefined}
        offered={chosen && !welcomed.value}
        onEdit={(value, gesture) => playground.edit(withParameter(playground.scenario.peek(), at, value), gesture)}
      />
      {known.value.backward && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a larger target for pointers; keys have the name above
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <span id={gradientId} class={styles.gradient} onClick={() => playground.choose(at)}>
          <span class={styles.arrow} aria-hidden="true">
            {flow === 'right' ? '←' : '↑'}
          </span>
          <Derivative of={{ kind: 'C' }} by={quantity} />{' '}
          <strong>{formatNumber(gradient ?? Number.NaN, notation)}</strong>
        </span>
      )}
    </div>
  );
}
