import { useComputed } from '@preact/signals';
import { countText, formatNumber } from '../../format/number';
import { lessonWords as words } from '../../format/strings/lesson';
import type { Writing } from '../../format/symbol';
import { quantityText, quantityValue, situationOf, writtenAs } from '../../lesson/quantity';
import type { Quantity } from '../../lesson/types';
import { type Known, usePage } from '../context';
import { Derivative, GlyphMark, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { prediction } from '../math/symbols';
import styles from './Lesson.module.css';

/** Whether the phase that the reader walks through has come to it. */
function isKnown(q: Quantity, known: Known, writing: Writing): boolean {
  if (q.kind === 'derivative') return known.back(writtenAs(q.by, writing).layer ?? 0);
  if (q.kind !== 'value') return true;
  const { kind, layer = 0 } = writtenAs(q.of, writing);
  return kind === 'C' ? known.cost : /[az]/.test(kind) ? known.forward(layer) : true;
}

/** A quantity's value as text; undefined where there is none to show. */
export function useLive(q: Quantity | undefined): string | undefined {
  const { playground, known, writing } = usePage();
  return useComputed(() => {
    if (!q || !isKnown(q, known.value, writing.value)) return undefined;
    const situation = situationOf(playground);
    const value = quantityValue(q, situation);
    if (value === undefined) return undefined;
    return q.kind === 'steps' ? countText(value, situation.notation) : formatNumber(value, situation.notation);
  }).value;
}

/** A number of the page in the lesson's text: it follows. */
export function Live({ of }: { of: Quantity }) {
  const { writing } = usePage();
  const text = useLive(of);
  return (
    <span class={styles.live} title={say.value(quantityText(of, writing.value))}>
      {text ?? <span title={words.noNumber}>–</span>}
    </span>
  );
}

/** A quantity's symbol, set as on the page. */
export function QuantityMark({ of }: { of: Quantity }) {
  const { writing } = usePage();
  if (of.kind === 'derivative') return <Derivative of={{ kind: 'C' }} by={writtenAs(of.by, writing.value)} />;
  if (of.kind === 'value') return of.of === 'yp' ? <GlyphMark glyph={prediction} /> : <Mark of={of.of} />;
  return of.kind === 'alpha' ? (
    <GlyphMark glyph={{ base: writing.value.notation.rate }} />
  ) : (
    <>{quantityText(of, writing.value)}</>
  );
}
