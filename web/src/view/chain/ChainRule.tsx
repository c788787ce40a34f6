import { useEffect, useMemo } from 'preact/hooks';
import { digitsThatMultiply, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { derivativeTex, derivativeText, partKey, quantityOf, samePart, text } from '../../format/symbol';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { lazy } from '../lazy';
import { isLit, type Link } from '../links';
import { Formula } from '../math/Formula';
import { Sentence } from '../math/Sentence';
import { Derivative } from '../math/Symbol';
import { reason, say } from '../math/say';
import styles from './ChainRule.module.css';
import { Chooser } from './Chooser';
import { FactorTile } from './FactorTile';
import { costFirst, opened, type Sharing, sharingOf, tilesOf } from './row';
import { Slots } from './Slots';

const RowOptions = lazy(() => import('./RowOptions').then((m) => m.RowOptions));
const Shared = lazy(() => import('./Shared').then((m) => m.Shared));
const FactorBars = lazy(() => import('./FactorBars').then((m) => m.FactorBars));
const Update = lazy(() => import('./Update').then((m) => m.Update));
const Terms = lazy(() => import('./Terms').then((m) => m.Terms));
const Fork = lazy(() => import('./Fork').then((m) => m.Fork));
const Glossary = lazy(() => import('./Glossary').then((m) => m.Glossary));
const Paths = lazy(() => import('./Paths').then((m) => m.Paths));

/** Why the chosen gradient is what it is: its factors in symbols, local expressions and numbers, and what a step makes of it. */
export function ChainRule() {
  const { playground, writing, known, folded } = usePage();
  const quantity = quantityOf(playground.pick.value);
  // While the product is folded its parts come, so that all of it is there at once when it is told.
  useEffect(() => {
    for (const { ask } of [RowOptions, Shared, Paths, FactorBars, Fork, Update]) ask();
  }, []);
  return (
    <section class="card" aria-labelledby="chain-heading">
      <h2 id="chain-heading">{strings.chain.heading}</h2>
      <Chooser />
      {folded.value ? (
        <Slots />
      ) : known.value.backward ? (
        <Product />
      ) : (
        <>
          <p class={styles.later}>
            <Sentence>{strings.chain.later(derivativeText({ kind: 'C' }, quantity, writing.value))}</Sentence>
          </p>
          <SoFar />
        </>
      )}
      <Glossary />
    </section>
  );
}

/** The factors that the backward phase has come to, while the product is not complete. */
function SoFar() {
  const { playground, links, writing } = usePage();
  return (
    <div class={styles.product}>
      {tilesOf(links.value, { costFirst: costFirst.value, opened: opened.value }).map((tile, i) => (
        <FactorTile
          key={partKey(tile.link, writing.value)}
          {...tile}
          digits={playground.notation.value.digits}
          sign={i === 0 ? '' : '×'}
          shared={false}
        />
      ))}
    </div>
  );
}

function Product() {
  const { playground, writing, links, lit, known } = usePage();
  const notation = playground.notation.value;
  const quantity = quantityOf(playground.pick.value);
  const cost = { kind: 'C' } as const;
  const derivation = playground.derivation.value;
  const factors = links.value;
  const tiles = tilesOf(factors, { costFirst: costFirst.value, opened: opened.value });
  const sharing = useSharing();
  const tellsSharing = sharing !== undefined && known.value.back(sharing.with.layer);
  const digits = digitsThatMultiply(
    tiles.map(({ link }) => link.value),
    derivation.gradient,
    notation,
  );
  const gradient = formatNumber(derivation.gradient, notation);
  const touched = factors.find((f) => isLit(lit.value, f));
  const last = factors[factors.length - 1];
  return (
    <>
      <h3 class={styles.why}>
        {strings.chain.why} <Derivative of={cost} by={quantity} /> = <b>{gradient}</b>?
      </h3>
      <div class={styles.options}>
        <RowOptions />
      </div>
      <div class={styles.product}>
        <div class={styles.side}>
          <Formula
            tex={derivativeTex(cost, quantity, writing.value)}
            words={say.value(derivativeText(cost, quantity, writing.value))}
          />
          <span class="visually-hidden">{strings.chain.equals}</span>
        </div>
        {tiles.map((tile, i) => (
          <FactorTile
            key={partKey(tile.link, writing.value)}
            {...tile}
            digits={digits}
            sign={i === 0 ? '=' : '×'}
            shared={sharing?.shared.some((part) => samePart(part, tile.whole)) ?? false}
          />
        ))}
        <span class={styles.result}>
          = <b data-testid="gradient">{gradient}</b>
        </span>
      </div>
      <div class={styles.shared} data-due={tellsSharing}>
        {tellsSharing && <Shared sharing={sharing} />}
      </div>
      <p class={styles.words} data-tint={touched?.tint}>
        {touched ? (
          <Explained link={touched} />
        ) : (
          <Sentence>
            {strings.chain.summary(factors.length, tiles.length, text(quantity, writing.value), notation.cost)}{' '}
            {last?.terms ? strings.chain.addsUp(derivativeText(last.of, last.by, writing.value), notation.cost) : ''}{' '}
            {strings.chain.touch}
          </Sentence>
        )}
      </p>
      {last?.terms && <Terms link={last} />}
      <Paths />
      <FactorBars digits={digits} />
      <Fork />
      {known.value.update ? <Update /> : <p class={styles.later}>{strings.chain.laterUpdate}</p>}
    </>
  );
}

/** What the product shares with a neighbour's: a question of the network's shape, not of its numbers. */
function useSharing(): Sharing | undefined {
  const { playground } = usePage();
  const pick = playground.pick.value;
  const { factors } = playground.derivation.value;
  return useMemo(() => sharingOf(playground.scenario.peek(), pick, factors, playground.derive), [useShape(), pick]);
}

/** One factor in plain words. */
function Explained({ link }: { link: Link }) {
  const { playground, writing } = usePage();
  const words = reason.value?.(link, playground.scenario.value, playground.evaluation.value, writing.value);
  return (
    <>
      <b>
        <Derivative of={link.of} by={link.by} />
      </b>
      : <Sentence>{words ?? ''}</Sentence>
    </>
  );
}
