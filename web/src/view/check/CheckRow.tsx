import { useMemo } from 'preact/hooks';
import type { ParameterCheck } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { checkWords as words } from '../../format/strings/check';
import { finiteWords } from '../../format/strings/finite';
import { activationName, outputText, quantityOf, text } from '../../format/symbol';
import { sameRef } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { startsAt } from '../links';
import { Sentence } from '../math/Sentence';
import { Derivative } from '../math/Symbol';
import { useLighting } from '../useLinks';
import styles from './Check.module.css';
import { agreement } from './digits';
import { type KinkWithin, kinkWithin } from './kinkWithin';

const both = ['analytic', 'numeric'] as const;

interface CheckRowProps {
  engine: Engine;
  scenario: Scenario;
  one: ParameterCheck;
  least: boolean;
}

/** One gradient beside its central difference; below it what has its kink between the two. */
export function CheckRow({ engine, scenario, one, least }: CheckRowProps) {
  const { playground, lit } = usePage();
  const notation = playground.notation.value;
  const quantity = quantityOf(one.ref);
  const { common, rests, digits } = agreement(one, notation);
  const kink = useMemo(
    () => (one.atKink ? kinkWithin(engine, scenario, one.ref, one.step) : undefined),
    [engine, scenario, one],
  );
  const part = partOf(one.ref);
  const agreed = Number.isFinite(digits) ? words.digits(String(digits)) : words.exactly;
  const comparable = Number.isFinite(one.error);
  return (
    <>
      <tr {...useLighting(part)} data-lit={startsAt(lit.value, quantity)} data-kink={one.atKink}>
        <th scope="row">
          <button
            type="button"
            class={styles.name}
            aria-pressed={sameRef(playground.pick.value, one.ref)}
            onClick={() => playground.choose(one.ref)}
          >
            <Derivative of={{ kind: 'C' }} by={quantity} />
          </button>
        </th>
        <td>
          <span class={styles.numbers}>
            {both.map((kind, i) => (
              <span key={kind} class={styles.number} data-testid={kind}>
                <span class="visually-hidden">{words[kind]} </span>
                <b>{common}</b>
                {rests[i]}
              </span>
            ))}
          </span>
        </td>
        <td>{formatNumber(one.step, notation, { digits: 2 })}</td>
        <td>
          {one.atKink ? words.kink : comparable ? agreed : finiteWords.not}
          {least && ` (${words.worst})`}{' '}
          {comparable && (
            <small class={styles.error}>{words.error(formatNumber(one.error, notation, { digits: 2 }))}</small>
          )}
        </td>
      </tr>
      {kink && (
        <tr>
          <td colSpan={4}>
            <small class={styles.kink}>
              <KinkWords kink={kink} of={one} />
            </small>
          </td>
        </tr>
      )}
    </>
  );
}

function KinkWords({ kink, of }: { kink: KinkWithin; of: ParameterCheck }) {
  const { writing } = usePage();
  switch (kink.kind) {
    case 'activation':
      return <Sentence>{words.kinkOf(activationName(kink.activation), text(kink.z, writing.value))}</Sentence>;
    case 'loss':
      return <Sentence>{words.kinkOfLoss(outputText(kink.a, writing.value))}</Sentence>;
    case 'penalty':
      return <Sentence>{words.kinkOfPenalty(text(quantityOf(of.ref), writing.value))}</Sentence>;
  }
}
