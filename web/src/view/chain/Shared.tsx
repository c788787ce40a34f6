import { digitsThatMultiply, formatNumber } from '../../format/number';
import { productText } from '../../format/product';
import { explainWords as words } from '../../format/strings/explain';
import { quantityOf, text } from '../../format/symbol';
import { isParameter } from '../../scenario/refs';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { Derivative, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import { costFirst, type Sharing } from './row';
import styles from './Shared.module.css';

/** The part that a neighbour's product has as well, and what it makes of it. */
export function Shared({ sharing }: { sharing: Sharing }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const neighbour = quantityOf(sharing.with);
  const symbol = text(neighbour, writing.value);
  const derivation = playground.derive(sharing.with, 0);
  const factors = costFirst.value ? [...derivation.factors].reverse() : derivation.factors;
  const values = factors.map((f) => f.value);
  return (
    <p class={styles.shared}>
      <b class={styles.once}>{words.once}</b>: {words.shares}{' '}
      <button
        type="button"
        onClick={() => playground.choose(sharing.with)}
        aria-label={say.value(words.goTo(symbol))}
        {...useLighting(isParameter(sharing.with) ? partOf(sharing.with) : undefined)}
      >
        <Mark of={neighbour} />
      </button>{' '}
      {words.too} <Derivative of={{ kind: 'C' }} by={neighbour} /> ={' '}
      {productText(values, notation, digitsThatMultiply(values, derivation.gradient, notation))} ={' '}
      {formatNumber(derivation.gradient, notation)}
    </p>
  );
}
