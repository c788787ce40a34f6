import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { editWords } from '../../format/strings/edit';
import { toolWords } from '../../format/strings/tools';
import { activationName, text } from '../../format/symbol';
import { withoutUnit } from '../../scenario/editsOfShape';
import { usePage } from '../context';
import { usualLimits } from '../diagram/arrange';
import type { Layout, UnitPlace } from '../diagram/layout';
import { ownSlope } from '../diagram/slope';
import { useShapeEdit } from '../edit/edits';
import { focusInstead, headId } from '../edit/headFocus';
import { Sentence } from '../math/Sentence';
import { Derivative, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { tools } from '../network/tools';
import { isLocked } from '../presentation/presentation';
import { textScale } from '../theme/textScale';
import { besideUnit, sightOf } from './besideUnit';
import styles from './OnDemand.module.css';
import { moved } from './roving';
import { nextZoom } from './zoom';

/**
 * What a crowded drawing leaves out, told when asked for: press a small unit for its numbers. Ctrl and the wheel change the
 * size; the wheel alone scrolls the page, as anywhere.
 */
export function OnDemand({
  places,
  beyond,
  frame,
}: {
  places: Layout;
  /** The drawing is wider than its frame. */
  beyond: boolean;
  frame: RefObject<HTMLElement | null>;
}) {
  const asked = useSignal<string | undefined>(undefined);
  const small = places.units.flat().filter((place) => place.small);
  const { flow, height } = places;
  const large = (flow === 'right' && height > tall) || beyond;
  const units = small.length > 0;
  const weights = places.lanes.some(({ chip }) => !chip);
  useEffect(() => {
    tools.crowded.value = units || weights || large;
    tools.leftOut.value = { units, weights };
    tools.beyond.value = beyond;
  }, [units, weights, large, beyond]);
  useCtrlWheel(frame);
  const open = small.find((place) => keyOf(place) === asked.value);
  return (
    <>
      {small.length > 0 && (
        <SmallUnits places={small} flow={places.flow} asked={asked.value} onAsk={(key) => (asked.value = key)} />
      )}
      {open && (
        <UnitNumbers
          key={keyOf(open)}
          place={open}
          places={places}
          frame={frame}
          onClose={() => {
            asked.value = undefined;
          }}
        />
      )}
    </>
  );
}

/** A drawing higher than this, in pixels, may be wanted smaller. */
const tall = 480;

const keyOf = ({ layer, unit }: { layer: number; unit: number }): string => `${layer}.${unit}`;
const idOf = (key: string): string => `unit-${key}`;

/** Buttons over the small units: one stop for Tab, arrows from there. They render when the layout changes, not a number. */
function SmallUnits({
  places,
  flow,
  asked,
  onAsk,
}: {
  places: readonly UnitPlace[];
  flow: Layout['flow'];
  asked: string | undefined;
  onAsk: (key: string | undefined) => void;
}) {
  const { writing } = usePage();
  const stop = useSignal<string | undefined>(undefined);
  const current = places.some((place) => keyOf(place) === stop.value) ? stop.value : places[0] && keyOf(places[0]);
  return (
    <>
      {places.map((place) => {
        const { layer, unit, x, y, radius } = place;
        const key = keyOf(place);
        return (
          <button
            key={key}
            id={idOf(key)}
            type="button"
            class={styles.unit}
            style={{
              left: `${x - radius}px`,
              top: `${y - radius}px`,
              width: `${2 * radius}px`,
              height: `${2 * radius}px`,
            }}
            tabIndex={key === current ? 0 : -1}
            aria-expanded={key === asked}
            aria-label={say.value(toolWords.numbers(text({ kind: 'a', layer, unit }, writing.value)))}
            onFocus={() => {
              stop.value = key;
            }}
            onClick={() => onAsk(key === asked ? undefined : key)}
            onKeyDown={(event) => {
              const next = moved(places, place, event.key, flow);
              if (!next) return;
              event.preventDefault();
              document.getElementById(idOf(keyOf(next)))?.focus();
            }}
          />
        );
      })}
    </>
  );
}

/** At most, for text of 100 %. */
const usualWidth = 210;
const usualHeight = 240;

/** All numbers of one unit, and what can be asked about it. */
function UnitNumbers({
  place,
  places,
  frame,
  onClose,
}: {
  place: UnitPlace;
  places: Layout;
  frame: RefObject<HTMLElement | null>;
  onClose: () => void;
}) {
  const { playground, known, writing } = usePage();
  const edit = useShapeEdit();
  const card = useRef<HTMLElement>(null);
  const { layer, unit } = place;
  const notation = playground.notation.value;
  const trace = playground.evaluation.value.layers[layer];
  const number = (values: Float64Array | undefined) => formatNumber(values?.[unit] ?? Number.NaN, notation);
  const a = { kind: 'a', layer, unit } as const;
  const z = { kind: 'z', layer, unit } as const;
  const symbol = text(a, writing.value);
  const activation = playground.scenario.value.layers[layer]?.activation ?? 'identity';
  const scale = textScale.value;
  const at = useMemo(() => {
    const size = { width: usualWidth * scale, height: usualHeight * scale };
    return besideUnit(place, size, sightOf(frame.current, places.width), places.height);
  }, [place, places, scale]);
  useLayoutEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  const close = () => {
    onClose();
    document.getElementById(idOf(keyOf(place)))?.focus();
  };
  const remove = async () => {
    await edit((s) => withoutUnit(s, layer, unit));
    focusInstead(idOf(keyOf({ layer, unit: unit - 1 })), headId(layer));
  };
  const showWeights = () => {
    playground.choose(strongest(playground.scenario.value, layer, unit));
    close();
  };
  // On a phone only the chosen one may have its number on the drawing.
  const edges = places.lanes.filter((lane) => lane.layer === layer && lane.unit === unit).length;
  const all = places.manner !== 'narrow' && edges <= usualLimits.lanesOfUnit;
  return (
    <section
      ref={card}
      class={styles.card}
      aria-label={say.value(toolWords.numbers(symbol))}
      style={{
        left: `${at.left}px`,
        width: `${at.width}px`,
        ...('top' in at.down ? { top: `${at.down.top}px` } : { bottom: `${at.down.bottom}px` }),
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <p class={styles.heading}>
        <span>
          <Mark of={a} /> = {activationName(activation)}(<Mark of={z} />)
        </span>
        <button type="button" class={styles.close} aria-label={toolWords.close} onClick={close}>
          ✕
        </button>
      </p>
      <dl class={styles.numbers}>
        <dt>
          <Mark of={z} />
        </dt>
        <dd>{known.value.forward(layer) && number(trace?.z)}</dd>
        <dt>
          <Mark of={a} />
        </dt>
        <dd>{known.value.forward(layer) && number(trace?.a)}</dd>
        {known.value.drawnBack(layer) && (
          <>
            <dt>{strings.network.slope}</dt>
            <dd class={styles.backward}>{formatNumber(ownSlope(trace, unit), notation)}</dd>
            <dt>
              <Derivative of={{ kind: 'C' }} by={a} />
            </dt>
            <dd class={styles.backward}>{number(trace?.dC_da)}</dd>
          </>
        )}
      </dl>
      <p class={styles.actions}>
        <button type="button" onClick={() => playground.choose({ layer, unit })}>
          <Sentence>{toolWords.explain(symbol)}</Sentence>
        </button>
        <button type="button" onClick={showWeights}>
          {all ? toolWords.itsWeights : toolWords.itsLargestWeight}
        </button>
        {tools.editing.value && !isLocked('net') && (
          <button type="button" onClick={remove}>
            {editWords.removeUnit(unit + 1, layer + 1)}
          </button>
        )}
      </p>
    </section>
  );
}

/** Of a unit's weights the largest: what to begin with. */
function strongest(s: ReturnType<typeof usePage>['playground']['scenario']['value'], layer: number, unit: number) {
  const row = s.layers[layer]?.weights[unit] ?? [];
  const sizes = row.map(Math.abs);
  return { layer, unit, input: Math.max(0, sizes.indexOf(Math.max(...sizes))) };
}

function useCtrlWheel(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      tools.zoom.value = nextZoom(tools.zoom.peek(), event.deltaY < 0 ? 1 : -1);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame]);
}
