import { useMemo } from 'preact/hooks';
import type { Quantity } from '../../../../bindings/backprop';
import { strings } from '../../format/strings';
import { type Glyph, glyph } from '../../format/symbol';
import { derivativeWords, meaningOf, quantityWords } from '../../format/words';
import { usePage } from '../context';
import styles from './Symbol.module.css';

/** A symbol in running text: w₁, or w with the layer above and unit and input below. */
export function GlyphMark({ glyph: g, meaning }: { glyph: Glyph; meaning?: string }) {
  return (
    <span class={styles.glyph} title={meaning}>
      <i>{g.base}</i>
      {g.above ? (
        <span class={styles.stack}>
          <sup>{g.above}</sup>
          <sub>{g.below}</sub>
        </span>
      ) : (
        g.below && <sub>{g.below}</sub>
      )}
    </span>
  );
}

const fieldsOf = ({ kind, layer, unit, input }: Quantity) => [kind, layer, unit, input];

/** A quantity's symbol; pointing at it tells what it stands for. Made anew when the quantity is another, not with each number. */
export function Mark({ of }: { of: Quantity }) {
  const writing = usePage().writing.value;
  return useMemo(
    () => <GlyphMark glyph={glyph(of, writing)} meaning={meaningOf(of, writing)} />,
    [writing, ...fieldsOf(of)],
  );
}

/** ∂of/∂by in running text; ears hear it as words. */
export function Derivative({ of, by }: { of: Quantity; by: Quantity }) {
  const writing = usePage().writing.value;
  return useMemo(
    () => (
      <span
        class={styles.derivative}
        role="img"
        aria-label={derivativeWords(of, by, writing)}
        title={strings.words.answers(quantityWords(of, writing), quantityWords(by, writing))}
      >
        ∂<Mark of={of} />
        /∂
        <Mark of={by} />
      </span>
    ),
    [writing, ...fieldsOf(of), ...fieldsOf(by)],
  );
}
