import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { depthWords as words } from '../../format/strings/depth';
import { quantityOf, text } from '../../format/symbol';
import { isWeight, parameterAt, parameters } from '../../scenario/refs';
import type { Scenario, WeightRef } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { startsAt } from '../links';
import { Derivative, Mark } from '../math/Symbol';
import { useLighting } from '../useLinks';
import styles from './Depth.module.css';
import { areSame, productsOf } from './law';

/** Every weight of the chain, its gradient and their product: what is far away is not what is small. */
export function Weights({ engine, deep }: { engine: Engine; deep: Scenario }) {
  const { writing } = usePage();
  const refs = parameters(deep).filter(isWeight);
  const evaluation = engine.evaluate(deep);
  const weights = refs.map((ref) => parameterAt(deep, ref));
  const gradients = refs.map((ref) => gradientAt(evaluation, deep, ref));
  const products = productsOf(engine, deep, refs);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the arrow keys */}
      <section class={styles.scroll} tabIndex={0} aria-label={words.weights}>
        <table class={`${styles.table} ${styles.weights}`}>
          <caption>{words.weights}</caption>
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {words.weightColumn}
              </th>
              <th scope="col">{words.gradientColumn}</th>
              <th scope="col">{words.productColumn}</th>
            </tr>
          </thead>
          <tbody>
            {refs.map((ref, k) => (
              <Row
                key={text(quantityOf(ref), writing.value)}
                at={ref}
                weight={weights[k] ?? Number.NaN}
                gradient={gradients[k] ?? Number.NaN}
                product={products[k] ?? Number.NaN}
              />
            ))}
          </tbody>
        </table>
      </section>
      {refs.length > 1 && !evaluation.firstNonFinite && (
        <p data-testid="depth-law">{areSame(products) ? words.law : words.noLaw}</p>
      )}
    </>
  );
}

interface RowProps {
  at: WeightRef;
  weight: number;
  gradient: number;
  product: number;
}

function Row({ at, weight, gradient, product }: RowProps) {
  const { playground, lit } = usePage();
  const notation = playground.notation.value;
  const quantity = quantityOf(at);
  return (
    <tr data-lit={startsAt(lit.value, quantity)} {...useLighting(partOf(at))}>
      <th scope="row">
        <Mark of={quantity} />
      </th>
      <td>{formatNumber(weight, notation)}</td>
      <td>
        <Derivative of={{ kind: 'C' }} by={quantity} /> = {formatNumber(gradient, notation)}
      </td>
      <td data-testid="depth-law-product">{formatNumber(product, notation)}</td>
    </tr>
  );
}
