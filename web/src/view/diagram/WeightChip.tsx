import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { isBias, isFrozen, parameterAt, sameRef } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { Icon } from '../Icon';
import { along, carries, linkInto, runsAlong, startsAt } from '../links';
import { Derivative, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { isHidden } from '../presentation/presentation';
import { useLighting, useLink } from '../useLinks';
import { useNumber } from '../useNumber';
import { welcomed } from '../welcome/welcomed';
import type { Box, Layout } from './layout';
import { placed } from './placed';
import styles from './WeightChip.module.css';

/** A weight or bias on its edge: choose it by its name, change it by its number; below, how strongly C answers it. */
export function WeightChip({ box, at, flow }: { box: Box; at: ParameterRef; flow: Layout['flow'] }) {
  const { playground, known, writing, lit } = usePage();
  const quantity = quantityOf(at);
  const symbol = text(quantity, writing.value);
  const chosen = sameRef(playground.pick.value, at);
  const value = useComputed(() => parameterAt(playground.scenario.value, at)).value;
  const frozen = useComputed(() => isFrozen(playground.scenario.value, at)).value;
  const stepped = known.value.walking && known.value.update ? playground.stepped.value : undefined;
  const after = stepped && formatNumber(parameterAt(stepped.scenario, at), playground.notation.value);
  const locked = !known.value.update;
  const computed = known.value.drawnBack(at.layer);
  const choose = strings.network.choose(symbol) + (frozen ? ` (${strings.network.frozen})` : '');
  const gradientId = useId();
  const carried = useLink((links) => {
    const link = linkInto(links, at);
    return link && runsAlong(link, at) ? link : undefined;
  });
  return (
    <div
      class={`${styles.chip} ${chosen ? styles.chosen : ''}`}
      style={placed(box)}
      data-lit={startsAt(lit.value, quantity) || carries(lit.value, at)}
      {...useLighting(carried ?? partOf(at), carried ? undefined : along(at))}
    >
      <button
        type="button"
        class={styles.name}
        aria-pressed={chosen}
        aria-label={say.value(
          locked
            ? strings.network.chooseLocked(choose)
            : after === undefined
              ? choose
              : strings.network.chooseAfter(choose, after),
        )}
        onClick={() => playground.choose(at)}
      >
        {chosen && <span class={styles.mark}>▸</span>}
        <Mark of={quantity} />
        {(frozen || locked) && <Icon name="lock" />}
        {frozen && <span class={styles.frozen}>{strings.network.frozen}</span>}
        {after !== undefined && <strong class={styles.after}>→ {after}</strong>}
      </button>
      <NumberField
        kind="parameter"
        lock={isBias(at) ? 'b' : 'w'}
        label={say.value(isBias(at) ? strings.field.bias(symbol) : strings.field.weight(symbol))}
        value={value}
        describedBy={computed ? gradientId : undefined}
        disabled={locked}
        offered={chosen && !welcomed.value}
        onEdit={(value, gesture) => playground.edit(withParameter(playground.scenario.peek(), at, value), gesture)}
      />
      {computed && <Gradient id={gradientId} at={at} flow={flow} />}
    </div>
  );
}

/** How strongly C answers the parameter; a larger target to choose it by. */
function Gradient({ id, at, flow }: { id: string; at: ParameterRef; flow: Layout['flow'] }) {
  const { playground, guide } = usePage();
  // Which of them is largest is being asked: it is not to be read off.
  const asked = useComputed(() => guide.scene.value.kind === 'question').value && !isHidden('guide');
  const gradient = useNumber(() => {
    const trace = playground.evaluation.value.layers[at.layer];
    return isBias(at) ? trace?.dC_db?.[at.unit] : trace?.dC_dW[at.unit * trace.x.length + at.input];
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys have the name above
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <span id={id} class={styles.gradient} data-covered={asked} onClick={() => playground.choose(at)}>
      <span class={styles.arrow} aria-hidden="true">
        {flow === 'right' ? '←' : '↑'}
      </span>
      <Derivative of={{ kind: 'C' }} by={quantityOf(at)} /> <strong>{gradient}</strong>
    </span>
  );
}
