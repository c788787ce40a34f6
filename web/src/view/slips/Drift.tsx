import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Slip } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { finiteWords } from '../../format/strings/finite';
import { slipWords as words } from '../../format/strings/slips';
import { quantityOf, text } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { Plot } from '../closer/Plot';
import { usePage } from '../context';
import { boxFor, curvePath } from '../descent/curve';
import { Sentence } from '../math/Sentence';
import { drift, endingLower, farthest, type Run } from './drift';
import { updateSlips } from './predictions';
import styles from './Slips.module.css';

const steps = 20;
const height = 150;
/** Milliseconds of running before the page gets its turn. */
const slice = 12;
/** Parameters times examples that are run without being asked for: one step with all mistakes takes a tenth of a second. */
const mostAtOnce = 300_000;

interface Props {
  engine: Engine;
  scenario: Scenario;
  at: ParameterRef;
  /** A mistake in the gradient that is run as well. */
  extra: Slip['kind'] | undefined;
}

/** The right run and those of the mistakes, on one curve of the cost. */
export function Drift(props: Props) {
  const { scenario } = props;
  const asked = useSignal<Scenario | undefined>(undefined);
  if (parameters(scenario).length * scenario.examples.length <= mostAtOnce || asked.value === scenario) {
    return <Runs {...props} />;
  }
  return (
    <p>
      <button
        type="button"
        onClick={() => {
          asked.value = scenario;
        }}
      >
        {words.start}
      </button>{' '}
      {words.long}
    </p>
  );
}

function Runs({ engine, scenario, at, extra }: Props) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const { cost, rate } = notation;
  const runs = useRuns(engine, scenario, at, extra);
  const name = text(quantityOf(at), writing.value);
  const [right] = runs ?? [];
  // What is lower only beyond the digits on screen is not worth a word.
  const end = (run: Run | undefined) => formatNumber(run?.costs.at(-1) ?? Number.NaN, notation);
  const isDrifting = runs?.some(({ values }) => values.length > 1) ?? true;
  return (
    <>
      <p class={styles.axis}>{words.drift(steps, cost)}</p>
      {runs ? <Curves runs={runs} /> : <p>{words.running}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the arrow keys */}
      <section class={styles.scroll} tabIndex={0} aria-label={words.updates}>
        <table class={styles.table}>
          <caption class="visually-hidden">{words.drift(steps, cost)}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col" class={styles.number}>
                <Sentence>{words.after(name)}</Sentence>
              </th>
              <th scope="col" class={styles.number}>
                {words.final(cost, steps)}
              </th>
              <th scope="col" class={styles.number}>
                <Sentence>{words.strays(name)}</Sentence>
              </th>
            </tr>
          </thead>
          <tbody>
            {right && runs?.map((run, i) => <RunRow key={run.kind ?? 'right'} run={run} right={right} line={i} />)}
          </tbody>
        </table>
      </section>
      {runs && <Whys runs={runs} />}
      {runs && endingLower(runs).some((run) => end(run) !== end(runs[0])) && <p>{words.endsLower(cost)}</p>}
      {isDrifting && <p>{words.tryRate(rate)}</p>}
    </>
  );
}

/** Why each mistake in the update is one. */
function Whys({ runs }: { runs: readonly Run[] }) {
  const { playground } = usePage();
  const { cost } = playground.notation.value;
  return <>{runs.map(({ kind }) => kind && updateSlips.includes(kind) && <p key={kind}>{words.why[kind](cost)}</p>)}</>;
}

function RunRow({ run, right, line }: { run: Run; right: Run; line: number }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const { kind, costs, values } = run;
  return (
    <tr data-run={kind ?? 'right'}>
      <th scope="row">
        <svg width={28} height={8} aria-hidden="true">
          <line x1={0} x2={28} y1={4} y2={4} class={styles.line} data-line={line} />
        </svg>{' '}
        {kind === undefined ? <b>{words.rightRun}</b> : words.names[kind]}
      </th>
      <td class={styles.number}>{values.length > 1 ? formatNumber(values[1] ?? Number.NaN, notation) : '–'}</td>
      <td class={styles.number}>
        {costs.length <= steps ? finiteWords.stopped : formatNumber(costs.at(-1) ?? Number.NaN, notation)}
      </td>
      <td class={styles.number}>{run === right ? '–' : formatNumber(farthest(run, right), notation)}</td>
    </tr>
  );
}

function Curves({ runs }: { runs: readonly Run[] }) {
  const { playground } = usePage();
  const { cost } = playground.notation.value;
  const all = Float64Array.from(runs.flatMap((run) => Array.from(run.costs)));
  // One that shoots up must not press the others flat.
  const start = runs[0]?.costs[0] ?? 1;
  const boxOf = (width: number) => {
    const whole = boxFor(all, width, height);
    return { ...whole, span: steps, top: Math.min(whole.top, 4 * start || whole.top) };
  };
  return (
    <Plot label={words.drift(steps, cost)} height={height} top={boxOf(0).top} steps={steps}>
      {(width) =>
        runs.map((run, i) => (
          <path
            key={run.kind ?? 'right'}
            d={curvePath(run.costs, 0, run.costs.length - 1, boxOf(width))}
            class={styles.line}
            data-line={i}
          />
        ))
      }
    </Plot>
  );
}

/** The runs from this document, computed in slices; undefined until they are there. */
function useRuns(
  engine: Engine,
  scenario: Scenario,
  at: ParameterRef,
  extra: Slip['kind'] | undefined,
): readonly Run[] | undefined {
  const runs = useSignal<readonly Run[] | undefined>(undefined);
  const place = JSON.stringify(at);
  useEffect(() => {
    const possible = engine.slips(scenario, at).map(({ kind }) => kind);
    const kinds = [...updateSlips, extra].filter((kind) => kind !== undefined && possible.includes(kind));
    const pending = [undefined, ...kinds].map((kind) => drift(engine, scenario, at, kind, steps));
    const done: Run[] = [];
    let timer: ReturnType<typeof setTimeout>;
    const goOn = () => {
      const end = performance.now() + slice;
      while (performance.now() < end) {
        const next = pending[0]?.next();
        if (!next) {
          runs.value = done;
          return;
        }
        if (next.done) {
          done.push(next.value);
          pending.shift();
        }
      }
      timer = setTimeout(goOn);
    };
    timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [engine, scenario, place, extra]);
  return runs.value;
}
