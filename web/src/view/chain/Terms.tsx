import { digitsThatAdd, digitsThatMultiply, formatNumber } from '../../format/number';
import { productText } from '../../format/product';
import { strings } from '../../format/strings';
import { partKey, text } from '../../format/symbol';
import { type Link, usePage } from '../context';
import { Derivative } from '../math/Symbol';
import styles from './Terms.module.css';

/** Where a unit feeds several others: one term for each, its factors, and their sum. */
export function Terms({ link }: { link: Link }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const terms = link.terms ?? [];
  const termDigits = digitsThatAdd(
    terms.map((term) => term.value),
    link.value,
    notation,
  );
  return (
    <div class={styles.terms}>
      <p>
        {(link.by.kind === 'z' ? strings.chain.termsOfOutputs : strings.chain.terms)(
          text(link.by, writing.value),
          terms.length,
        )}
      </p>
      <ul>
        {terms.map((term, i) => {
          const digits = digitsThatMultiply(
            term.factors.map((f) => f.value),
            term.value,
            { ...notation, digits: termDigits },
          );
          return (
            <li key={i}>
              <span class={styles.sign}>{i > 0 && '+'}</span>
              <span>
                {term.factors.map((f, k) => (
                  <span key={partKey(f, writing.value)}>
                    {k > 0 && ' · '}
                    <Derivative of={f.of} by={f.by} />
                  </span>
                ))}
              </span>
              <span>
                ={' '}
                {productText(
                  term.factors.map((f) => f.value),
                  notation,
                  digits,
                )}
              </span>
              <b>= {formatNumber(term.value, notation, { digits: termDigits })}</b>
            </li>
          );
        })}
        <li class={styles.sum}>
          <span class={styles.sign} />
          <Derivative of={link.of} by={link.by} />
          <b>= {formatNumber(link.value, notation)}</b>
        </li>
      </ul>
    </div>
  );
}
