import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { partKey } from '../../format/symbol';
import { usePage } from '../context';
import { isLit, type Link } from '../links';
import { Derivative } from '../math/Symbol';
import { useLighting } from '../useLinks';
import { type Bar, barFor, effectOf } from './bar';
import styles from './FactorBars.module.css';
import { LogBar } from './LogBar';

/** A bar per factor on a log scale: left of the middle it shrinks the gradient, right of it it grows it. */
export function FactorBars({ digits }: { digits: number }) {
  const { links, writing } = usePage();
  const bars = barFor(links.value.map((link) => link.value));
  return (
    <>
      <h3>
        {strings.chain.shrinks} <small>({strings.chain.logScale})</small>
      </h3>
      <ul class={styles.bars}>
        {links.value.map((link, i) => (
          <FactorBar key={partKey(link, writing.value)} link={link} bar={bars[i]} digits={digits} />
        ))}
      </ul>
    </>
  );
}

function FactorBar({ link, bar, digits }: { link: Link; bar: Bar | undefined; digits: number }) {
  const { playground, lit } = usePage();
  const value = formatNumber(link.value, playground.notation.value, { digits });
  const size = Math.abs(link.value);
  const effect = size === 0 ? strings.chain.blocked(playground.notation.value.cost) : effectOf(size);
  return (
    <li class={styles.row} data-lit={isLit(lit.value, link)} {...useLighting(link)}>
      <span class={styles.name} data-tint={link.tint}>
        <Derivative of={link.of} by={link.by} />
      </span>
      <LogBar
        value={link.value}
        reach={bar?.reach}
        tint={link.tint}
        label={`${effect}${link.value < 0 ? strings.chain.flips : ''}`}
      />
      <span class={styles.value}>×{value}</span>
    </li>
  );
}
