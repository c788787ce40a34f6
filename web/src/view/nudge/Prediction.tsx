import type { Change } from '../../../../bindings/backprop';
import { digitsThatMultiply, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { strings } from '../../format/strings';
import { quantityOf } from '../../format/symbol';
import { usePage } from '../context';
import { Derivative, Mark } from '../math/Symbol';
import styles from './Nudge.module.css';

/** What the factors predict, beside what the network really did. */
export function Prediction({ changes }: { changes: readonly Change[] }) {
  const { playground, links } = usePage();
  const notation = playground.notation.value;
  const delta = playground.nudgeSize.value;
  const end = changes[changes.length - 1];
  if (!end) return null;
  const quantity = quantityOf(playground.pick.value);
  const factors = [delta, ...links.value.map((link) => link.value)];
  const digits = digitsThatMultiply(factors, end.linear, notation);
  return (
    <dl class={styles.prediction}>
      <dt>{strings.nudge.predict}</dt>
      <dd>
        {formatNumber(delta, notation, { digits: 1 })} ×{' '}
        {links.value.map((link) => bracketed(link.value, notation, digits)).join(' × ')} ={' '}
        <b>{formatNumber(end.linear, notation)}</b>
      </dd>
      <dt>{strings.nudge.really}</dt>
      <dd>
        <b data-testid="really">{formatNumber(end.change, notation)}</b> <small>{strings.nudge.shrink}</small>
      </dd>
      <dt>
        <Derivative of={{ kind: 'C' }} by={quantity} />
      </dt>
      <dd>
        <b>{formatNumber(playground.derivation.value.gradient, notation)}</b> {strings.nudge.perUnit}{' '}
        <Mark of={quantity} />
      </dd>
    </dl>
  );
}
