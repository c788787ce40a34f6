import type { Factor } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { finiteWords } from '../../format/strings/finite';
import { partKey } from '../../format/symbol';
import { barFor, effectOf } from '../chain/bar';
import { LogBar } from '../chain/LogBar';
import { usePage } from '../context';
import { isLit } from '../links';
import { Derivative } from '../math/Symbol';
import { useLighting } from '../useLinks';
import styles from './Depth.module.css';

/** A bar for each factor of a chain on one log scale: left of the middle it shrinks the gradient. */
export function Bars({ factors }: { factors: readonly Factor[] }) {
  const { writing } = usePage();
  const bars = barFor(factors.map(({ value }) => value));
  return (
    <ul class={styles.bars}>
      {factors.map((factor, i) => (
        <Bar key={partKey(factor, writing.value)} factor={factor} reach={bars[i]?.reach ?? 0} />
      ))}
    </ul>
  );
}

function Bar({ factor, reach }: { factor: Factor; reach: number }) {
  const { playground, lit } = usePage();
  const size = Math.abs(factor.value);
  const effect = Number.isNaN(size) ? finiteWords.not : size === 0 ? strings.chain.shut : effectOf(size);
  return (
    <li data-lit={isLit(lit.value, factor)} {...useLighting(factor)}>
      <Derivative of={factor.of} by={factor.by} />
      <LogBar value={factor.value} reach={Number.isNaN(size) ? undefined : reach} label={effect} />
      <span class={styles.number} data-testid="depth-factor">
        {!Number.isNaN(size) && '×'}
        {formatNumber(factor.value, playground.notation.value)}
      </span>
    </li>
  );
}
