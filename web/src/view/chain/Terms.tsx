import { useSignal } from '@preact/signals';
import type { Factor, Term } from '../../../../bindings/backprop';
import { digitsThatAdd, digitsThatMultiply, formatNumber } from '../../format/number';
import { productText } from '../../format/product';
import { strings } from '../../format/strings';
import { explainWords as words } from '../../format/strings/explain';
import { derivativeText, partKey, text } from '../../format/symbol';
import { answerTo } from '../../state/paths';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Derivative } from '../math/Symbol';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import { costFirst } from './row';
import styles from './Terms.module.css';
import { Touchable, useIsLit } from './Touchable';

/** As many terms as are shown before somebody asks for all. */
const fewTerms = 8;

/** Where a unit feeds several others: one term for each, its factors, and their sum. What ends a term opens in its turn. */
export function Terms({ link }: { link: Factor }) {
  const { playground, writing } = usePage();
  const all = useSignal(false);
  const terms = link.terms ?? [];
  const shown = all.value ? terms : terms.slice(0, fewTerms);
  const digits = digitsThatAdd(
    terms.map((term) => term.value),
    link.value,
    playground.notation.value,
  );
  return (
    <div class={styles.terms}>
      <p>
        <Sentence>
          {(link.by.kind === 'z' ? strings.chain.termsOfOutputs : strings.chain.terms)(
            text(link.by, writing.value),
            terms.length,
          )}
        </Sentence>
      </p>
      <ul>
        {shown.map((term, i) => (
          <TermLine key={i} term={term} digits={digits} first={i === 0} />
        ))}
        {shown.length < terms.length && (
          <li>
            <button
              type="button"
              onClick={() => {
                all.value = true;
              }}
            >
              {words.moreTerms(terms.length)}
            </button>
          </li>
        )}
        <li class={styles.sum}>
          <span class={styles.sign} />
          <Derivative of={link.of} by={link.by} />
          <b>= {formatNumber(link.value, playground.notation.value)}</b>
        </li>
      </ul>
    </div>
  );
}

function TermLine({ term, digits, first }: { term: Term; digits: number; first: boolean }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const open = useSignal(false);
  // Turned round with the row above.
  const factors = costFirst.value ? term.factors.toReversed() : term.factors;
  const values = factors.map((f) => f.value);
  const end = term.factors.at(-1);
  // The cost's own slope at an output has nothing inside; under softmax what comes before it has.
  const opens = end && (end.by.kind === 'z' || (end.by.layer ?? 0) < writing.value.depth - 1);
  const inside = opens && open.value ? answerTo(end.by, playground.derive) : undefined;
  return (
    <li>
      <span class={styles.sign}>{!first && '+'}</span>
      <span>
        {factors.map((f, k) => (
          <span key={partKey(f, writing.value)}>
            {k > 0 && ' · '}
            {opens && f === end ? (
              <OpenFactor factor={f} open={open.value} onToggle={() => (open.value = !open.value)} />
            ) : (
              <Touchable links={[f]}>
                <Derivative of={f.of} by={f.by} />
              </Touchable>
            )}
          </span>
        ))}
      </span>
      <span>= {productText(values, notation, digitsThatMultiply(values, term.value, { ...notation, digits }))}</span>
      <b>= {formatNumber(term.value, notation, { digits })}</b>
      {inside?.terms && (
        <div class={styles.inside}>
          <Terms link={inside} />
        </div>
      )}
    </li>
  );
}

/** The last factor of a term, which is a sum itself: a press shows of what. */
function OpenFactor({ factor, open, onToggle }: { factor: Factor; open: boolean; onToggle: () => void }) {
  const { writing } = usePage();
  const name = say.value(derivativeText(factor.of, factor.by, writing.value));
  return (
    <button
      type="button"
      class={styles.open}
      data-lit={useIsLit([factor])}
      {...useLighting(factor)}
      aria-expanded={open}
      aria-label={(open ? words.closes : words.opens)(name)}
      onClick={onToggle}
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span> <Derivative of={factor.of} by={factor.by} />
    </button>
  );
}
