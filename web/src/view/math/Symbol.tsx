import type { Quantity } from '../../../../bindings/backprop';
import { type Glyph, glyph } from '../../format/symbol';
import { usePage } from '../context';
import styles from './Symbol.module.css';

/** A symbol in running text: w₁, or w with the layer above and unit and input below. */
export function GlyphMark({ glyph: g }: { glyph: Glyph }) {
  return (
    <span class={styles.glyph}>
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

export function Mark({ of }: { of: Quantity }) {
  const { writing } = usePage();
  return <GlyphMark glyph={glyph(of, writing.value)} />;
}

/** ∂of/∂by in running text. */
export function Derivative({ of, by }: { of: Quantity; by: Quantity }) {
  return (
    <span class={styles.derivative}>
      ∂<Mark of={of} />
      /∂
      <Mark of={by} />
    </span>
  );
}
