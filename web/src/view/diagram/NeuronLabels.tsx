import { useComputed } from '@preact/signals';
import { strings } from '../../format/strings';
import { activationName, text } from '../../format/symbol';
import { usePage } from '../context';
import { costBy, linkInto } from '../links';
import { Derivative, GlyphMark, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { prediction } from '../math/symbols';
import { useLighting, useLink } from '../useLinks';
import { useNumber } from '../useNumber';
import type { Layout, UnitPlace } from './layout';
import styles from './NeuronLabels.module.css';
import { ownSlope } from './slope';

/** The title above a unit takes this share of its radius. */
const titleShare = 0.6;

/** The numbers that stand on a unit: what it computes, what it passes on, how strongly C answers it. */
export function NeuronLabels({ place, manner }: { place: UnitPlace; manner: Layout['manner'] }) {
  const { playground, known, writing } = usePage();
  const { layer, unit, radius, small } = place;
  const trace = useComputed(() => playground.evaluation.value.layers[layer]);
  const zText = useNumber(() => trace.value?.z[unit]);
  const aText = useNumber(() => trace.value?.a[unit]);
  const slope = useNumber(() => ownSlope(trace.value, unit));
  const dCda = useNumber(() => trace.value?.dC_da[unit]);
  const a = { kind: 'a', layer, unit } as const;
  const z = { kind: 'z', layer, unit } as const;
  const activation = useComputed(() => playground.scenario.value.layers[layer]?.activation ?? 'identity').value;
  const { depth, outputs } = writing.value;
  const isPrediction = layer === depth - 1 && outputs === 1;
  const link = useLink((links) => linkInto(links, place));
  const lighting = useLighting(link ?? costBy(a));

  if (small) {
    return (
      <div class={styles.small} style={{ left: `${place.x}px`, top: `${place.y + radius}px` }}>
        {known.value.forward(layer) && aText}
        {link && known.value.drawnBack(layer) && <span class={styles.backward}>{dCda}</span>}
      </div>
    );
  }
  const width = place.labels;
  return (
    <div
      role="group"
      aria-label={say.value(strings.network.neuron(text(a, writing.value)))}
      class={`${styles.labels} ${styles[manner]}`}
      style={{
        left: `${place.x - width / 2}px`,
        top: `${place.y - radius - (manner === 'right' ? titleShare * radius : 0)}px`,
        width: `${width}px`,
      }}
      {...lighting}
    >
      <div class={styles.hole} style={{ width: `${2 * radius}px`, height: `${2 * radius + 6}px` }} />
      <div class={styles.forward}>
        <span class={styles.title}>
          {isPrediction && (
            <>
              <GlyphMark glyph={prediction} stands="prediction" /> ={' '}
            </>
          )}
          <Mark of={a} /> = {activationName(activation)}(<Mark of={z} />)
        </span>
        {known.value.forward(layer) && (
          <>
            <span>
              <Mark of={z} /> {zText}
            </span>
            <strong>
              <Mark of={a} /> {aText}
            </strong>
          </>
        )}
      </div>
      {known.value.drawnBack(layer) && (
        <div class={styles.backward}>
          <span>
            {strings.network.slope} {slope}
          </span>
          <span>
            <Derivative of={{ kind: 'C' }} by={a} /> <strong>{dCda}</strong>
          </span>
        </div>
      )}
    </div>
  );
}
