import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Check as Checked } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import { countText } from '../../format/number';
import { checkWords as words } from '../../format/strings/check';
import { quantityOf, text } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { Going } from '../closer/Going';
import { checked as checking } from '../closer/parts';
import { useParts } from '../closer/useParts';
import { useRested } from '../closer/useRested';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import styles from './Check.module.css';
import { CheckTable } from './CheckTable';
import { leastDigits, leastOf } from './digits';
import { tallyOf } from './tally';

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
          <Result engine={engine} scenario={shown.of} checked={shown.result} />
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

function Result({ engine, scenario, checked }: { engine: WholeEngine; scenario: Scenario; checked: Checked }) {
  const notation = usePage().playground.notation.value;
  const least = useMemo(() => leastOf(checked, notation), [checked, notation]);
  return (
    <>
      <Verdict checked={checked} least={least} />
      <CheckTable engine={engine} scenario={scenario} checked={checked} least={least?.index} />
    </>
  );
}

/** What the comparison proves, in words. */
function Verdict({ checked, least }: { checked: Checked; least: ReturnType<typeof leastOf> }) {
  const { writing } = usePage();
  const { compared, kinks, beyond } = tallyOf(checked);
  const worst = checked.parameters[least?.index ?? -1];
  const name = worst && text(quantityOf(worst.ref), writing.value);
  const digits = least?.digits ?? Number.NaN;
  const which = (kinks + beyond > 0 ? words.without : words.all)(compared);
  return (
    <div role="status">
      <p class={styles.verdict}>
        <Sentence>
          {worst === undefined || name === undefined
            ? beyond > 0
              ? words.nothingFinite
              : words.noProof
            : digits < leastDigits
              ? words.doubt(name, String(digits))
              : digits === Number.POSITIVE_INFINITY
                ? words.provesAll(which)
                : words.proves(which, String(digits), compared > 1 ? name : undefined)}
        </Sentence>{' '}
        {worst && words.not}
      </p>
      {kinks > 0 && <p>{words.kinks(kinks)}</p>}
      {worst && beyond > 0 && <p>{words.beyond(beyond)}</p>}
    </div>
  );
}
