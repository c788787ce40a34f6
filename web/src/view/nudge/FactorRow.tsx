import type { Change } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { strings } from '../../format/strings';
import { derivativeTex, derivativeText, quantityOf, sameQuantity } from '../../format/symbol';
import { type Face, usePage } from '../context';
import { isLit, type Link } from '../links';
import { Formula } from '../math/Formula';
import { Derivative, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import styles from './FactorRow.module.css';
import { isShut } from './hops';

export function FactorRow({ face, taken }: { face: Face; taken: number }) {
  const { playground, links, writing } = usePage();
  const { changes } = playground.nudged.value;
  const notation = playground.notation.value;
  const own = quantityOf(playground.pick.value);
  const start = changes[0];
  const end = changes[changes.length - 1];
  const reached = links.value.slice(0, taken);
  const all = reached.length === links.value.length;
  return (
    <div class={styles.row} data-testid="factor-row" data-face={face}>
      {face !== 'symbol' && start && (
        <span class={styles.plain}>
          {face === 'change' && <Mark of={own} />} {formatNumber(start.change, notation, { sign: face === 'change' })}
        </span>
      )}
      {reached.map((link, i) => (
        <span key={derivativeText(link.of, link.by, writing.value)} class={styles.step}>
          <span class={styles.between} aria-hidden="true">
            {face === 'change' ? '→' : face === 'ratio' ? '×' : i === 0 ? '' : '·'}
          </span>
          <Tile link={link} change={changes.find((c) => sameQuantity(c.of, link.of))} face={face} />
        </span>
      ))}
      {all && face === 'ratio' && end && <span class={styles.plain}>= {formatNumber(end.change, notation)}</span>}
      {all && face === 'symbol' && (
        <span class={styles.plain}>
          = <Derivative of={{ kind: 'C' }} by={own} />
        </span>
      )}
    </div>
  );
}

export function Tile({ link, change, face }: { link: Link; change: Change | undefined; face: Face }) {
  const { playground, writing, lit } = usePage();
  const notation = playground.notation.value;
  return (
    <span class={styles.tile} data-tint={link.tint} data-lit={isLit(lit.value, link)} {...useLighting(link)}>
      {face === 'change' && !change && <Mark of={link.of} />}
      {face === 'change' && change && (
        <>
          <Mark of={link.of} /> {formatNumber(change.change, notation, { sign: true })}
        </>
      )}
      {face === 'ratio' &&
        (change?.ratio === undefined
          ? strings.nudge.several
          : isShut(change)
            ? strings.nudge.shut
            : bracketed(change.ratio, notation))}
      {face === 'symbol' && (
        <Formula
          tex={derivativeTex(link.of, link.by, writing.value)}
          words={say.value(derivativeText(link.of, link.by, writing.value))}
        />
      )}
    </span>
  );
}
