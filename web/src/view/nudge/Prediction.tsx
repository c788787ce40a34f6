import type { Change } from '../../../../bindings/backprop';
import { digitsThatMultiply, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { finiteWords } from '../../format/strings/finite';
import { predictionWords as words } from '../../format/strings/prediction';
import { activationName, derivativeText, quantityOf, text } from '../../format/symbol';
import { isParameter } from '../../scenario/refs';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Derivative, Mark } from '../math/Symbol';
import { kinkOf } from './kink';
import styles from './Nudge.module.css';

/** What the factors predict, beside what the network really did: for this nudge, and for each smaller one. */
export function Prediction({ sizes }: { sizes: readonly number[] }) {
  const { playground, links } = usePage();
  const { changes } = playground.nudged.value;
  const notation = playground.notation.value;
  const delta = playground.nudgeSize.value;
  const end = changes[changes.length - 1];
  if (!end) return null;
  const quantity = quantityOf(playground.pick.value);
  const factors = [delta, ...links.value.map((link) => link.value)];
  const digits = digitsThatMultiply(factors, end.linear, notation);
  return (
    <div class={styles.prediction}>
      <p>
        {words.predict} {formatNumber(delta, notation, { digits: 1 })} ×{' '}
        {links.value.map((link) => bracketed(link.value, notation, digits)).join(' × ')} ={' '}
        <b>{formatNumber(end.linear, notation, { sign: true })}</b>
      </p>
      <Sizes sizes={sizes} />
      <p>
        <Remark changes={changes} />
      </p>
      <p>
        <Derivative of={{ kind: 'C' }} by={quantity} /> ={' '}
        <b>{formatNumber(playground.derivation.value.gradient, notation)}</b> {words.perUnit} <Mark of={quantity} />
      </p>
    </div>
  );
}

/** The same nudge in each size: as it shrinks, prediction and truth meet. */
function Sizes({ sizes }: { sizes: readonly number[] }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const pick = playground.pick.value;
  if (!isParameter(pick)) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with many digits it is wider than a phone, and keys must scroll it
    <table tabIndex={0}>
      <thead>
        <tr>
          <th scope="col">{words.sizes}</th>
          <th scope="col">{words.predicted}</th>
          <th scope="col">{words.moved}</th>
        </tr>
      </thead>
      <tbody>
        {sizes.map((size) => {
          const now = size === playground.nudgeSize.value;
          const end = playground.nudge(pick, size).changes.at(-1);
          return (
            <tr key={size} class={now ? styles.now : undefined}>
              <th scope="row">{formatNumber(size, notation, { digits: 1, sign: true })}</th>
              <td>{formatNumber(end?.linear ?? Number.NaN, notation, { sign: true })}</td>
              <td data-testid={now ? 'really' : undefined}>
                {formatNumber(end?.change ?? Number.NaN, notation, { sign: true })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Why the two agree, or why they cannot: a shut link, a kink on the way, or numbers too large for either. */
function Remark({ changes }: { changes: readonly Change[] }) {
  const { playground, links, writing } = usePage();
  const end = changes.at(-1);
  const { cost } = playground.notation.value;
  const [start] = changes;
  const delta = formatNumber(playground.nudgeSize.value, playground.notation.value, { digits: 1, sign: true });
  const beyond = [
    ...(start?.change === 0 ? [finiteWords.lost(text(start.of, writing.value), delta)] : []),
    ...(Number.isFinite(end?.change) && Number.isFinite(end?.linear) ? [] : [finiteWords.notCompared(cost)]),
  ];
  if (beyond.length > 0) return <Sentence>{beyond.join(' ')}</Sentence>;
  const kink = kinkOf(changes, playground.scenario.value, playground.evaluation.value);
  if (kink) {
    const z = text({ kind: 'z', layer: kink.layer, unit: kink.unit }, writing.value);
    return <Sentence>{(kink.exact ? words.atKink : words.crosses)(activationName(kink.activation), z, cost)}</Sentence>;
  }
  const shut = links.value.find((link) => link.value === 0);
  if (shut && end?.change === 0) {
    return <Sentence>{words.shutWhy(derivativeText(shut.of, shut.by, writing.value))}</Sentence>;
  }
  return <>{words.shrink}</>;
}
