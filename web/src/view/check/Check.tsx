import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Check as Checked, ParameterCheck } from '../../../../bindings/backprop';
import type { Engine, WholeEngine } from '../../engine/engine';
import { countText, formatNumber } from '../../format/number';
import { checkWords as words } from '../../format/strings/check';
import { activationName, outputText, quantityOf, text } from '../../format/symbol';
import { parameters, sameRef } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { Going } from '../closer/Going';
import { partOf } from '../closer/partOf';
import { checked as checking } from '../closer/parts';
import { useParts } from '../closer/useParts';
import { useRested } from '../closer/useRested';
import { usePage } from '../context';
import { startsAt } from '../links';
import { Sentence } from '../math/Sentence';
import { Derivative } from '../math/Symbol';
import { useLighting } from '../useLinks';
import styles from './Check.module.css';
import { digitsShared, parted } from './digits';
import { type KinkWithin, kinkWithin } from './kinkWithin';

/** A check that takes longer, in milliseconds, waits to be asked for. */
const longest = 400;
/** What checking takes for each parameter, each other parameter that it moves, and each example. */
const perMove = 3e-6;

/** Milliseconds in words, roughly. */
function duration(time: number): string {
  const seconds = time / 1000;
  if (seconds < 90) return words.seconds(Math.max(1, Math.round(seconds)));
  if (seconds < 90 * 60) return words.minutes(Math.round(seconds / 60));
  return words.hours(Math.round(seconds / 3600));
}

/** The gradient of every parameter beside the central difference: the chain rule against nothing but running the network. */
export function Check({ engine }: { engine: WholeEngine }) {
  const { playground } = usePage();
  const { rested, old } = useRested(playground.scenario.value);
  const asked = useSignal<Scenario | undefined>(undefined);
  const count = parameters(rested).length;
  const time = count * count * rested.examples.length * perMove;
  const wait = time > longest && asked.value !== rested;
  const { done, share } = useParts(rested, wait ? undefined : (of) => checking(engine, of));
  const { cost } = playground.notation.value;
  // Where one has to be asked for, an old one is of no more use.
  const shown = time > longest && done?.of !== rested ? undefined : done;
  return (
    <>
      <p class={styles.how}>
        {words.how(cost)} {rested.examples.length > 1 && words.mean(cost, rested.examples.length)}
      </p>
      {shown ? (
        <div class={styles.result} data-old={old || shown.of !== rested}>
          <Verdict checked={shown.result} />
          <Table engine={engine} scenario={shown.of} checked={shown.result} />
        </div>
      ) : wait ? (
        <p>
          <button
            type="button"
            onClick={() => {
              asked.value = rested;
            }}
          >
            {words.start(countText(count, playground.notation.value))}
          </button>{' '}
          {words.long(duration(time))}
        </p>
      ) : (
        <>
          <Going share={share} words={words.going} />
          {time > longest && (
            <button
              type="button"
              onClick={() => {
                asked.value = undefined;
              }}
            >
              {words.stop}
            </button>
          )}
        </>
      )}
    </>
  );
}

/** Fewer shared digits than this are no rounding. */
const leastDigits = 4;

/** What the comparison proves, in words. */
function Verdict({ checked }: { checked: Checked }) {
  const { writing } = usePage();
  const kinks = checked.parameters.filter((one) => one.atKink).length;
  const worst = checked.parameters[checked.worst];
  const count = checked.parameters.length - kinks;
  const name = worst && text(quantityOf(worst.ref), writing.value);
  const digits = worst ? digitsShared(worst.error) : Number.NaN;
  const which = kinks > 0 ? words.without : words.all;
  return (
    <div role="status">
      <p class={styles.verdict}>
        <Sentence>
          {worst === undefined || name === undefined
            ? words.noProof
            : digits < leastDigits
              ? words.doubt(name, String(digits))
              : digits === Number.POSITIVE_INFINITY
                ? words.provesAll(which(count))
                : words.proves(which(count), String(digits), name)}
        </Sentence>{' '}
        {worst && words.not}
      </p>
      {kinks > 0 && <p>{words.kinks(kinks)}</p>}
    </div>
  );
}

const perPage = 12;

function Table({ engine, scenario, checked }: { engine: Engine; scenario: Scenario; checked: Checked }) {
  const turned = useSignal(0);
  const pages = Math.max(1, Math.ceil(checked.parameters.length / perPage));
  const page = Math.min(turned.value, pages - 1);
  const first = page * perPage;
  const turn = (to: number) => {
    turned.value = to;
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the arrow keys */}
      <section class={styles.scroll} aria-label={words.table} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col">{words.analytic}</th>
              <th scope="col">{words.numeric}</th>
              <th scope="col">
                <i>{words.step}</i>
              </th>
              <th scope="col">{words.agree}</th>
            </tr>
          </thead>
          <tbody>
            {checked.parameters.slice(first, first + perPage).map((one, i) => (
              <Row
                key={JSON.stringify(one.ref)}
                engine={engine}
                scenario={scenario}
                one={one}
                worst={first + i === checked.worst && checked.parameters.length > 1}
              />
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <p class={styles.pages}>
          <button type="button" aria-label={words.previous} disabled={page === 0} onClick={() => turn(page - 1)}>
            ‹
          </button>
          <span>{words.page(page + 1, pages)}</span>
          <button type="button" aria-label={words.next} disabled={page === pages - 1} onClick={() => turn(page + 1)}>
            ›
          </button>
          {checked.worst >= 0 && (
            <button type="button" onClick={() => turn(Math.floor(checked.worst / perPage))}>
              {words.toWorst}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Digits enough to see where the two part, whatever the page shows elsewhere. */
const fewestDigits = 12;

interface RowProps {
  engine: Engine;
  scenario: Scenario;
  one: ParameterCheck;
  worst: boolean;
}

function Row({ engine, scenario, one, worst }: RowProps) {
  const { playground, lit } = usePage();
  const notation = playground.notation.value;
  const quantity = quantityOf(one.ref);
  const digits = Math.max(fewestDigits, notation.digits);
  const { common, rests } = parted(
    formatNumber(one.analytic, notation, { digits }),
    formatNumber(one.numeric, notation, { digits }),
  );
  const kink = useMemo(
    () => (one.atKink ? kinkWithin(engine, scenario, one.ref, one.step) : undefined),
    [engine, scenario, one],
  );
  const part = partOf(one.ref);
  const shared = digitsShared(one.error);
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
        {rests.map((rest, i) => (
          <td key={i} class={styles.number}>
            <b>{common}</b>
            <span>{rest}</span>
          </td>
        ))}
        <td class={styles.number}>{formatNumber(one.step, notation, { digits: 2 })}</td>
        <td>
          {one.atKink ? words.kink : Number.isFinite(shared) ? words.digits(String(shared)) : words.exactly}
          {worst && ` (${words.worst})`}{' '}
          <small class={styles.error}>{words.error(formatNumber(one.error, notation, { digits: 2 }))}</small>
        </td>
      </tr>
      {kink && (
        <tr>
          <td colSpan={5}>
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
