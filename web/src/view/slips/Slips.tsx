import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Slip } from '../../../../bindings/backprop';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { finiteWords } from '../../format/strings/finite';
import { slipWords as words } from '../../format/strings/slips';
import { quantityOf, text } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { parameterFor } from '../closer/parameterFor';
import { partOf } from '../closer/partOf';
import { useRested } from '../closer/useRested';
import { usePage } from '../context';
import { startsAt } from '../links';
import { Sentence } from '../math/Sentence';
import { Derivative } from '../math/Symbol';
import { Segments } from '../Segments';
import { useLighting } from '../useLinks';
import { Bar, BarLegend, scaleOf } from './Bar';
import { Drift } from './Drift';
import { type Prediction, predictions } from './predictions';
import styles from './Slips.module.css';
import { withFewExamples } from './sample';

const sizes = [0.1, 0.01, 0.001];
/** Parameters times examples for which the mistakes follow each frame of a drag. */
const mostLive = 2000;

/** The classic mistakes beside the right step: of the gradients the nudge decides, of the updates the run. */
export function Slips({ engine }: { engine: Engine }) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const whole = playground.scenario.value;
  const scenario = useMemo(() => withFewExamples(whole, mostLive), [whole]);
  const { rested, old } = useRested(scenario);
  // In a large network all mistakes take longer than a frame.
  const shown = parameters(scenario).length * scenario.examples.length <= mostLive ? scenario : rested;
  const at = parameterFor(shown, playground.pick.value);
  const extra = useSignal<Slip['kind'] | undefined>(undefined);
  const delta = playground.nudgeSize.value;
  const count = scenario.examples.length;
  return (
    <>
      <p class={styles.lead}>
        <Sentence>
          {words.lead(
            text(quantityOf(at), writing.value),
            formatNumber(delta, notation, { digits: 1, sign: true }),
            notation.cost,
          )}
        </Sentence>{' '}
        {whole.examples.length > 1 && words.mean(notation.cost, count, whole.examples.length)}
      </p>
      <Segments
        legend={words.size}
        name="slips-nudge-size"
        options={sizes.map((size) => ({ value: size, label: formatNumber(size, notation, { digits: 1 }) }))}
        value={delta}
        onChange={playground.setNudge}
      />
      <div class={styles.beside}>
        <div class={styles.gradients}>
          <h3>{words.gradients}</h3>
          <Gradients
            engine={engine}
            scenario={shown}
            at={at}
            extra={extra.value}
            onRun={(kind) => (extra.value = kind)}
          />
        </div>
        <div class={styles.updates} data-old={old}>
          <h3>{words.updates}</h3>
          <Drift
            engine={engine}
            scenario={rested}
            at={parameterFor(rested, playground.pick.value)}
            extra={extra.value}
          />
        </div>
      </div>
    </>
  );
}

interface GradientsProps {
  engine: Engine;
  scenario: Scenario;
  at: ParameterRef;
  extra: Slip['kind'] | undefined;
  onRun: (kind: Slip['kind'] | undefined) => void;
}

function Gradients({ engine, scenario, at, extra, onRun }: GradientsProps) {
  const { playground, writing, lit } = usePage();
  const notation = playground.notation.value;
  const delta = playground.nudgeSize.value;
  const { truth, lost, all } = useMemo(
    () => predictions(engine, scenario, at, delta),
    [engine, scenario, JSON.stringify(at), delta],
  );
  const predicted = all.map((one) => one.predicted);
  const scale = scaleOf(truth, predicted);
  return (
    <>
      <div class={styles.scroll}>
        <table class={styles.table}>
          <caption class="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.who}</th>
              <th scope="col" class={styles.number}>
                <Derivative of={{ kind: 'C' }} by={quantityOf(at)} />
              </th>
              <th scope="col" class={styles.number}>
                {words.predicts(notation.cost)}
              </th>
              <th scope="col" class={styles.number}>
                {words.off}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr
              class={styles.truth}
              data-testid="truth"
              data-lit={startsAt(lit.value, quantityOf(at))}
              {...useLighting(partOf(at))}
            >
              <th scope="row">
                {words.truth}
                <Bar value={truth} truth={truth} scale={scale} kind="truth" />
              </th>
              <td />
              <td class={styles.number}>{formatNumber(truth, notation, { sign: true })}</td>
              <td />
            </tr>
            {all.map((one) => (
              <Row key={one.kind ?? 'right'} one={one} truth={truth} scale={scale} extra={extra} onRun={onRun} />
            ))}
          </tbody>
        </table>
      </div>
      <BarLegend scale={scale} values={predicted} />
      <p data-testid="slips-remark">
        {!Number.isFinite(truth) || all.every(({ verdict }) => verdict === 'notFinite') ? (
          finiteWords.notCompared(notation.cost)
        ) : lost ? (
          <Sentence>
            {finiteWords.lost(
              text(quantityOf(at), writing.value),
              formatNumber(delta, notation, { digits: 1, sign: true }),
            )}
          </Sentence>
        ) : all.length > 1 ? (
          words.smaller
        ) : (
          words.none
        )}
      </p>
    </>
  );
}

interface RowProps extends Omit<GradientsProps, 'engine' | 'scenario' | 'at'> {
  one: Prediction;
  truth: number;
  scale: number;
}

function Row({ one, truth, scale, extra, onRun }: RowProps) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const { kind, gradient, predicted, off, verdict } = one;
  return (
    <tr data-verdict={verdict} data-slip={kind ?? 'right'}>
      <th scope="row">
        {kind === undefined ? (
          <b>✓ {words.right}</b>
        ) : (
          <button
            type="button"
            class={styles.run}
            aria-pressed={extra === kind}
            title={words.run(words.names[kind])}
            onClick={() => onRun(extra === kind ? undefined : kind)}
          >
            {words.names[kind]}
          </button>
        )}
        <Bar value={predicted} truth={truth} scale={scale} kind={kind === undefined ? 'right' : 'slip'} />
        {kind !== undefined && extra === kind && <small class={styles.why}>{words.why[kind](notation.cost)}</small>}
      </th>
      <td class={styles.number}>{formatNumber(gradient, notation)}</td>
      <td class={styles.number}>{formatNumber(predicted, notation, { sign: true })}</td>
      <td class={styles.number}>
        <Off verdict={verdict} off={off} />
      </td>
    </tr>
  );
}

/** The right prediction is a straight line: off by more than this, the cost is curved over so long a nudge. */
const notOff = 0.05;

function Off({ verdict, off }: { verdict: Prediction['verdict']; off: number }) {
  const { playground } = usePage();
  if (verdict === 'notFinite') return <>{finiteWords.not}</>;
  if (verdict === 'same') return <>{words.same}</>;
  if (verdict === 'wrongWay') return <>✗ {words.wrongWay}</>;
  if (verdict === 'nothingMoves' || !Number.isFinite(off)) return <>{words.nothingMoves}</>;
  const percent = formatNumber(100 * off, playground.notation.value, { digits: 2 });
  const curved = verdict === 'right' && off > notOff;
  return (
    <>
      {`${verdict === 'off' ? '✗' : '✓'}\u00a0${percent}\u00a0%`}
      {curved && <small class={styles.why}>{words.curved}</small>}
    </>
  );
}
