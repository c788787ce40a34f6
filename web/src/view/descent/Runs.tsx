import { useSignal } from '@preact/signals';
import { countText, formatNumber } from '../../format/number';
import { runWords as words } from '../../format/strings/runs';
import { earlierThan } from '../../state/earlier';
import type { Goal } from '../../state/player';
import type { Segment } from '../../state/run';
import { usePage } from '../context';
import styles from './Runs.module.css';

const lengths = [100, 1000, 10_000, 100_000];

/** A long run with its progress, and an earlier run to hold the present one against. */
export function Runs() {
  const { playground, known } = usePage();
  const goal = playground.goal.value;
  return (
    <div class={styles.runs} data-part="timeline">
      {goal ? <Progress goal={goal} /> : <Start />}
      {!known.value.walking && <Compare />}
    </div>
  );
}

function Start() {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const steps = useSignal(lengths[lengths.length - 2] ?? 1);
  return (
    <span class={styles.run}>
      <label>
        {words.howMany}{' '}
        <select value={steps.value} onChange={(event) => (steps.value = Number(event.currentTarget.value))}>
          {lengths.map((length) => (
            <option key={length} value={length}>
              {words.steps(countText(length, notation))}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={playground.playing.value} onClick={() => playground.play(steps.value)}>
        {words.start}
      </button>
    </span>
  );
}

function Progress({ goal: { done, total } }: { goal: Goal }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const told = words.progress(countText(done, notation), countText(total, notation));
  return (
    <span class={styles.run}>
      <progress max={total} value={done} aria-label={words.howMany} aria-valuetext={told} />
      <span class={styles.told}>{told}</span>
      <button type="button" title={words.kept} onClick={playground.pause}>
        {words.cancel}
      </button>
    </span>
  );
}

function Compare() {
  const { playground } = usePage();
  const earlier = earlierThan(playground.run.value, playground.history.value);
  const { compared } = playground;
  const chosen = useSignal<Segment | undefined>(undefined);
  const index = compared.value ? earlier.findIndex(({ start }) => start === chosen.value?.start) : -1;
  if (earlier.length === 0 && !compared.value) return <span class={styles.none}>{words.none}</span>;
  return (
    <>
      <label>
        {words.compare}{' '}
        <select
          value={index}
          onChange={(event) => {
            chosen.value = earlier[Number(event.currentTarget.value)];
            playground.compare(chosen.value);
          }}
        >
          <option value={-1}>{words.nothing}</option>
          {earlier.map((segment, i) => (
            <option key={i} value={i}>
              <Told segment={segment} />
            </option>
          ))}
        </select>
      </label>
      {compared.value && (
        <span role="status">
          <span class={styles.sample} aria-hidden="true" /> {words.dashed}; <Beside />
        </span>
      )}
    </>
  );
}

/** What an earlier run was, in a line. */
function Told({ segment }: { segment: Segment }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const costs = playground.costsOf(segment);
  const number = (x: number | undefined) => formatNumber(x ?? Number.NaN, notation);
  const rate = `${notation.rate} ${number(segment.start.descent.alpha)}`;
  return (
    <>
      {words.earlier(countText(segment.steps, notation), rate, notation.cost, number(costs[0]), number(costs.at(-1)))}
    </>
  );
}

/** Both costs at the step that the reader stands at. */
function Beside() {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const { costs, position } = playground.timeline.value;
  const other = playground.compared.value;
  const there = other?.costs[position - other.from];
  if (there === undefined) return <>{words.over}</>;
  const here = costs[position] ?? Number.NaN;
  return <>{words.there(notation.cost, formatNumber(there, notation), formatNumber(here, notation))}</>;
}
