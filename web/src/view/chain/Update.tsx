import { digitsForUpdate, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { strings } from '../../format/strings';
import { quantityOf } from '../../format/symbol';
import { isFrozen, isParameter } from '../../scenario/refs';
import { usePage } from '../context';
import { Derivative, Mark } from '../math/Symbol';
import styles from './ChainRule.module.css';

/** What the next step makes of the chosen parameter: w ← w − α · ∂C/∂w. */
export function Update() {
  const { playground } = usePage();
  const pick = playground.pick.value;
  const { update } = playground.derivation.value;
  if (!isParameter(pick) || !update) return null;
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const { alpha } = scenario.descent;
  const quantity = quantityOf(pick);
  const frozen = isFrozen(scenario, pick);
  const mean = scenario.examples.length > 1;
  const { rule } = scenario.descent;
  if (rule !== 'gradient_descent' && !frozen) {
    return (
      <div class={styles.update} data-testid="update">
        <Mark of={quantity} /> ← <b>{formatNumber(update.after, notation)}</b> {strings.chain.byRule(rule)}
      </div>
    );
  }
  const digits = digitsForUpdate(update.before, alpha, update.gradient, update.after, notation);
  const write = (x: number) => formatNumber(x, notation, { digits });
  return (
    <div class={styles.update} data-testid="update">
      <span>
        <Mark of={quantity} /> ← <Mark of={quantity} /> − {notation.rate} · {mean && `${strings.chain.mean} `}
        <Derivative of={{ kind: 'C' }} by={quantity} />
      </span>{' '}
      {frozen ? (
        <span>({strings.chain.frozen})</span>
      ) : (
        <span>
          = {write(update.before)} − {formatNumber(alpha, notation, { digits })} ×{' '}
          {bracketed(update.gradient, notation, digits)} = <b>{formatNumber(update.after, notation)}</b>
        </span>
      )}
      {mean && <small>{strings.chain.updateMean(scenario.examples.length)}</small>}
    </div>
  );
}
