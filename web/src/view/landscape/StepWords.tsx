import type { Engine } from '../../engine/engine';
import { digitsForUpdate, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { landscapeWords as words } from '../../format/strings/landscape';
import { derivativeText, quantityOf, text } from '../../format/symbol';
import { isFrozen, parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Derivative, Mark } from '../math/Symbol';
import styles from './Landscape.module.css';

/** What the next step does to one parameter. */
interface ParameterStep {
  readonly before: number;
  /** Over the examples of the step. */
  readonly gradient: number;
  readonly after: number;
  readonly alpha: number;
  /** α × gradient and nothing else. */
  readonly plain: boolean;
}

/** Taken from what the page has computed anyway, as far as that goes: it is asked for in every frame of a drag. */
export function useStep(engine: Engine, at: ParameterRef): ParameterStep {
  const { playground } = usePage();
  const scenario = playground.scenario.value;
  const { alpha, rule, batch } = scenario.descent;
  const before = parameterAt(scenario, at);
  const after = parameterAt(playground.stepped.value.scenario, at);
  const gradient =
    batch === undefined
      ? gradientAt(playground.gradient.value, scenario, at)
      : (engine.derive(scenario, at, { paths: 0 }).update?.gradient ?? Number.NaN);
  return { before, gradient, after, alpha, plain: rule === 'gradient_descent' };
}

/** The tangent and the step in numbers, and what becomes of the cost. */
export function StepWords({
  engine,
  at,
  step,
  slope,
  alone,
}: {
  engine: Engine;
  at: ParameterRef;
  step: ParameterStep;
  slope: number;
  alone: number;
}) {
  const { playground, writing } = usePage();
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const symbol = text(quantityOf(at), writing.value);
  const slopeText = `${derivativeText({ kind: 'C' }, quantityOf(at), writing.value)} = ${formatNumber(slope, notation)}`;
  return (
    <>
      <p>
        <Sentence>{words.tangent(slopeText, slope === 0)}</Sentence>
      </p>
      {isFrozen(scenario, at) ? (
        <p>
          <Sentence>{words.frozen(symbol)}</Sentence>
        </p>
      ) : (
        <>
          <p data-testid="landscape-step">
            {step.plain ? words.update : words.byRule(scenario.descent.rule)} <Mark of={quantityOf(at)} />{' '}
            {step.plain ? <Update at={at} step={step} /> : <b>→ {formatNumber(step.after, notation)}</b>}
          </p>
          {step.plain && slope !== 0 && <p>{words.lengthens(notation.rate)}</p>}
          {step.after !== step.before && (
            <p>
              <Sentence>{words.alone(symbol, notation.cost, formatNumber(alone, notation))}</Sentence>
            </p>
          )}
        </>
      )}
      <Together engine={engine} />
    </>
  );
}

function Update({ at, step }: { at: ParameterRef; step: ParameterStep }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const { before, alpha, gradient, after } = step;
  const digits = digitsForUpdate(before, alpha, gradient, after, notation);
  const write = (x: number) => formatNumber(x, notation, { digits });
  return (
    <>
      − <span class={styles.rate}>{notation.rate}</span> ×{' '}
      <span class={styles.slope}>
        <Derivative of={{ kind: 'C' }} by={quantityOf(at)} />
      </span>{' '}
      = {write(before)} − <span class={styles.rate}>{write(alpha)}</span> ×{' '}
      <span class={styles.slope}>{bracketed(gradient, notation, digits)}</span> = <b>{formatNumber(after, notation)}</b>
      .
    </>
  );
}

/** The cost before and after the whole step: not what any one curve tells. */
export function Together({ engine }: { engine: Engine }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const stepped = playground.stepped.value;
  if (stepped.diverged) return <p>{words.diverged}</p>;
  const before = playground.gradient.value.cost;
  // What a step tells of itself is the cost of its batch; with all examples in it, that is the cost.
  const whole = playground.scenario.value.descent.batch === undefined;
  const after = (whole && stepped.costs.at(-1)) || engine.gradient(stepped.scenario).cost;
  return (
    <p data-testid="landscape-together">
      {words.together(notation.cost, formatNumber(before, notation), formatNumber(after, notation))}{' '}
      {after > before && words.rises(notation.cost)}
    </p>
  );
}
