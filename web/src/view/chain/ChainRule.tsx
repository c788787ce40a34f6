import { digitsThatMultiply, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { derivativeTex, derivativeText, partKey, quantityOf, text } from '../../format/symbol';
import { linkWords, quantityWords } from '../../format/words';
import { type Link, sameLink, usePage } from '../context';
import { Formula } from '../math/Formula';
import { Derivative } from '../math/Symbol';
import styles from './ChainRule.module.css';
import { Chooser } from './Chooser';
import { FactorBars } from './FactorBars';
import { FactorTile } from './FactorTile';
import { Glossary } from './Glossary';
import { Terms } from './Terms';
import { Update } from './Update';

/** Why the chosen gradient is what it is: its factors in symbols, local expressions and numbers, and what a step makes of it. */
export function ChainRule() {
  const { playground, writing, known } = usePage();
  const quantity = quantityOf(playground.pick.value);
  const gradientText = derivativeText({ kind: 'C' }, quantity, writing.value);
  return (
    <section class="card" aria-labelledby="chain-heading">
      <h2 id="chain-heading">{strings.chain.heading}</h2>
      <Chooser />
      {known.value.backward ? <Product /> : <p class={styles.later}>{strings.chain.later(gradientText)}</p>}
      <Glossary />
    </section>
  );
}

function Product() {
  const { playground, writing, links, lit, known } = usePage();
  const notation = playground.notation.value;
  const quantity = quantityOf(playground.pick.value);
  const cost = { kind: 'C' } as const;
  const derivation = playground.derivation.value;
  const factors = links.value;
  const digits = digitsThatMultiply(
    factors.map((f) => f.value),
    derivation.gradient,
    notation,
  );
  const gradient = formatNumber(derivation.gradient, notation);
  const touched = factors.find((f) => sameLink(f, lit.value));
  const last = factors[factors.length - 1];
  const name = quantityWords(quantity, writing.value);
  return (
    <>
      <h3 class={styles.why}>
        {strings.chain.why} <Derivative of={cost} by={quantity} /> = <b>{gradient}</b>?
      </h3>
      <div class={styles.product}>
        <div class={styles.side}>
          <Formula
            tex={derivativeTex(cost, quantity, writing.value)}
            words={strings.words.strength(strings.words.cost, name)}
          />
          <span>
            <span aria-hidden="true">=</span>
            <span class="visually-hidden">{strings.chain.equals}</span>
          </span>
          <span aria-hidden="true">=</span>
        </div>
        {factors.map((link, i) => (
          <FactorTile key={partKey(link, writing.value)} link={link} digits={digits} first={i === 0} />
        ))}
        <span class={styles.result}>
          = <b data-testid="gradient">{gradient}</b>
        </span>
      </div>
      <p class={styles.words} data-tint={touched?.tint}>
        {touched ? (
          <Explained link={touched} />
        ) : (
          <>
            {strings.chain.summary(factors.length, text(quantity, writing.value), notation.cost)} {strings.chain.touch}
          </>
        )}
      </p>
      {last?.terms && <Terms link={last} />}
      <FactorBars digits={digits} />
      {known.value.update ? <Update /> : <p class={styles.later}>{strings.chain.laterUpdate}</p>}
    </>
  );
}

/** One factor in plain words. */
function Explained({ link }: { link: Link }) {
  const { playground, writing } = usePage();
  const words = linkWords(link, playground.scenario.value, playground.evaluation.value, writing.value);
  return (
    <>
      <b>
        <Derivative of={link.of} by={link.by} />
      </b>
      : {words}
    </>
  );
}
