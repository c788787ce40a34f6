import { useSignal } from '@preact/signals';
import type { Derivation, Part } from '../../../../bindings/backprop';
import { countText, digitsThatAdd, digitsThatMultiply, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { explainWords as words } from '../../format/strings/explain';
import { quantityOf, text } from '../../format/symbol';
import { isParameter } from '../../scenario/refs';
import type { Ref } from '../../scenario/types';
import { factorsAlong, workFor, workForAll } from '../../state/paths';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Mark } from '../math/Symbol';
import { useLighting } from '../useLinks';
import styles from './Paths.module.css';
import { sharedEnds } from './sharedEnds';
import { Touchable, useIsLit } from './Touchable';

/** Paths listed at first, and when more are asked for: each time ten times as many, as far as the engine goes. */
const fewPaths = 10;
const mostPaths = 1000;

/** Every way from the chosen number to the cost, and why nobody multiplies them one by one. */
export function Paths() {
  const { playground, writing } = usePage();
  const open = useSignal(false);
  const notation = playground.notation.value;
  const { count } = playground.derivation.value.paths;
  const from = text(quantityOf(playground.pick.value), writing.value);
  return (
    <details
      class={styles.paths}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <Sentence>
          {words.paths(from, notation.cost)}: {words.count(countText(count, notation), count === 1)}
        </Sentence>
      </summary>
      {open.value && (
        <>
          <PathList count={count} />
          <WorkTable from={from} />
        </>
      )}
    </details>
  );
}

function PathList({ count }: { count: number }) {
  const { playground } = usePage();
  const wanted = useSignal(fewPaths);
  const notation = playground.notation.value;
  const pick = playground.pick.value;
  const { gradient, paths } = playground.derive(pick, wanted.value);
  const complete = paths.strongest.length === count;
  const digits = complete
    ? digitsThatAdd(
        paths.strongest.map((path) => path.value),
        gradient,
        notation,
      )
    : notation.digits;
  const derive = remembering(playground.derive);
  // One factor stands in many lines: it is printed with the same digits in all of them.
  const each = Math.max(
    ...paths.strongest.map(({ units, value }) => {
      const values = factorsAlong(units, pick, derive).map((factor) => factor.value);
      return digitsThatMultiply(values, value, { ...notation, digits });
    }),
  );
  const shared = sharedEnds(paths.strongest.map((path) => path.units));
  return (
    <>
      <p>
        {words.add(formatNumber(gradient, notation))}{' '}
        {!complete && words.strongest(countText(paths.strongest.length, notation), countText(count, notation))}
      </p>
      <ol class={styles.list}>
        {paths.strongest.map(({ units, value }, i) => (
          <PathLine
            key={units.join()}
            derive={derive}
            units={units}
            value={value}
            digits={digits}
            each={each}
            sharedFrom={shared[i]}
          />
        ))}
        {complete && count > 1 && (
          <li class={styles.sum}>
            {words.sum} <b>= {formatNumber(gradient, notation)}</b>
          </li>
        )}
      </ol>
      {!complete && wanted.value < mostPaths && (
        <button type="button" onClick={() => (wanted.value = Math.min(10 * wanted.value, mostPaths))}>
          {words.showMore}
        </button>
      )}
      {count > 1 && <p class={styles.reuse}>{words.reuse(notation.cost)}</p>}
    </>
  );
}

interface PathLineProps {
  derive: (ref: Ref) => Derivation;
  units: readonly number[];
  value: number;
  digits: number;
  /** Digits of its factors. */
  each: number;
  /** The first of its units from which on another path goes the same way. */
  sharedFrom: number | undefined;
}

/** Paths pass the same units again and again; each is asked about once. */
function remembering(derive: (ref: Ref) => Derivation): (ref: Ref) => Derivation {
  const known = new Map<string, Derivation>();
  return (ref) => {
    const key = JSON.stringify(ref);
    const found = known.get(key) ?? derive(ref);
    known.set(key, found);
    return found;
  };
}

/** One path and its product; the end that it shares with another path is underlined twice. */
function PathLine({ derive, units, value, digits, each, sharedFrom }: PathLineProps) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const pick = playground.pick.value;
  const own = isParameter(pick);
  const factors = factorsAlong(units, pick, derive);
  const start = quantityOf(pick);
  const shared = (factor: number) => sharedFrom !== undefined && factor >= sharedFrom + (own ? 1 : 0);
  return (
    <li>
      <span class={styles.way}>
        <Touchable links={factors}>
          <Mark of={start} />
          {factors.map((factor, k) => (
            <span key={k}>
              {' '}
              → <Mark of={factor.of} />
            </span>
          ))}
        </Touchable>
      </span>
      <span data-testid="path">
        {factors.map((factor, k) => (
          <span key={k}>
            {k > 0 && ' × '}
            <FactorOf factor={factor} shared={shared(k)}>
              {k > 0 ? bracketed(factor.value, notation, each) : formatNumber(factor.value, notation, { digits: each })}
            </FactorOf>
          </span>
        ))}
      </span>
      <b>= {formatNumber(value, notation, { digits })}</b>
    </li>
  );
}

/** The number of one factor of a path. */
function FactorOf({ factor, shared, children }: { factor: Part; shared: boolean; children: string }) {
  return (
    <span
      class={`${styles.factor} ${shared ? styles.once : ''}`}
      data-lit={useIsLit([factor])}
      {...useLighting(factor)}
    >
      {children}
    </span>
  );
}

/** How much there is to multiply, both ways. */
function WorkTable({ from }: { from: string }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const scenario = playground.scenario.value;
  const products = (n: number) => words.products(n, countText(n, notation));
  const rows = [
    { label: words.ofOne(from), work: workFor(scenario, playground.pick.value) },
    { label: words.ofAll, work: workForAll(scenario) },
  ];
  return (
    <table class={styles.work}>
      <caption>{words.work}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.byPaths}</th>
          <th scope="col">{words.byBackprop}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, work }) => (
          <tr key={label}>
            <th scope="row">
              <Sentence>{label}</Sentence>
            </th>
            <td>{products(work.byPaths)}</td>
            <td>{products(work.byBackprop)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
