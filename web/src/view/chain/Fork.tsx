import type { ComponentChildren } from 'preact';
import type { Quantity } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { explain as words } from '../../format/strings/explain';
import { inputOf, quantityOf, text } from '../../format/symbol';
import { derivativeWords } from '../../format/words';
import { isWeight, parameterAt } from '../../scenario/refs';
import type { Ref, WeightRef } from '../../scenario/types';
import { passedBack } from '../../state/passedBack';
import { usePage } from '../context';
import { Derivative, Mark } from '../math/Symbol';
import styles from './Fork.module.css';

const cost: Quantity = { kind: 'C' };

/** The chosen parameter's unit on the way back: ∂C/∂z arrives, and leaves for the weight and for what lies before. */
export function Fork() {
  const { playground, writing, known } = usePage();
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const at = weightOf(playground.pick.value);
  const { layer, unit } = at;
  const trace = playground.evaluation.value.layers[layer];
  const x = trace?.x[at.input] ?? Number.NaN;
  const arrives = trace?.dC_dz[unit] ?? Number.NaN;
  const dCdW = trace?.dC_dW[unit * (trace?.x.length ?? 0) + at.input] ?? Number.NaN;
  const dCdb = trace?.dC_db?.[unit];
  const a: Quantity = { kind: 'a', layer, unit };
  const z: Quantity = { kind: 'z', layer, unit };
  const w = quantityOf(at);
  const bias: Ref | undefined = dCdb === undefined ? undefined : { layer, unit, bias: true };
  const softmax = scenario.layers[layer]?.activation === 'softmax';
  const number = (value: number | undefined) => formatNumber(value ?? Number.NaN, notation);
  return (
    <section aria-labelledby="fork-heading">
      <h3 id="fork-heading">{words.fork(text(z, writing.value))}</h3>
      <p class={styles.lead}>
        {words.forkLead(notation.cost, text(a, writing.value), text(z, writing.value), text(w, writing.value))}
      </p>
      <div class={styles.fork}>
        <div class={styles.arrives}>
          {!softmax && (
            <span class={styles.before}>
              <Derivative of={cost} by={a} /> {number(trace?.dC_da[unit])} × {words.slope}{' '}
              {bracketed(trace?.da_dz[unit] ?? Number.NaN, notation)}
            </span>
          )}
          <span class={styles.node}>
            <span aria-hidden="true">→ </span>
            <Derivative of={cost} by={z} /> <b data-testid="arrives">{number(arrives)}</b>
            <small>{words.arrives}</small>
          </span>
        </div>
        <ul class={styles.exits}>
          <Exit
            of={w}
            choose={at}
            value={dCdW}
            times={
              <>
                <Mark of={inputOf(w)} /> {bracketed(x, notation)} <small>{words.itsInput}</small>
              </>
            }
            towards={words.toWeight}
          />
          {known.value.back(layer > 0 ? layer - 1 : layer) && <BackExit at={at} />}
          {bias && (
            <Exit of={quantityOf(bias)} choose={bias} value={dCdb ?? Number.NaN} times="1" towards={words.toBias} />
          )}
        </ul>
      </div>
    </section>
  );
}

/** The way on, through the weight, to the activation or input that the weight comes from. */
function BackExit({ at }: { at: WeightRef }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const scenario = playground.scenario.value;
  const passed = passedBack((of, ref) => playground.derive(ref, 0, of), scenario, at);
  if (!passed) return null;
  const before = inputOf(quantityOf(at));
  const isInput = before.kind === 'x';
  const several = (scenario.layers[at.layer]?.weights.length ?? 0) > 1;
  return (
    <Exit
      of={before}
      choose={isInput ? undefined : { layer: at.layer - 1, unit: at.input }}
      value={passed.through}
      isPart={several}
      times={
        <>
          <Mark of={quantityOf(at)} /> {bracketed(parameterAt(scenario, at), notation)} <small>{words.theWeight}</small>
        </>
      }
      towards={words.toBefore}
      note={
        several ? (
          <>
            <Derivative of={cost} by={before} />
            {words.partOf(formatNumber(passed.whole, notation))}
          </>
        ) : isInput ? (
          words.given
        ) : undefined
      }
    />
  );
}

interface ExitProps {
  of: Quantity;
  /** What a press on it chooses; an input cannot be chosen. */
  choose: Ref | undefined;
  value: number;
  /** The value is one of several that add up to ∂C/∂of. */
  isPart?: boolean;
  times: ComponentChildren;
  towards: string;
  note?: ComponentChildren;
}

function Exit({ of, choose, value, isPart = false, times, towards, note }: ExitProps) {
  const { playground, writing } = usePage();
  const written = formatNumber(value, playground.notation.value);
  const result = isPart ? (
    <>
      <b data-testid="exit">{written}</b> {words.into} <Derivative of={cost} by={of} />
    </>
  ) : (
    <>
      <Derivative of={cost} by={of} /> <b data-testid="exit">{written}</b>
    </>
  );
  const name = derivativeWords(cost, of, writing.value);
  return (
    <li>
      <span class={styles.times}>× {times}</span>
      <span aria-hidden="true">→</span>
      {choose ? (
        <button
          type="button"
          aria-label={isPart ? words.intoName(written, name) : `${name}: ${written}`}
          onClick={() => playground.choose(choose)}
        >
          {result}
        </button>
      ) : (
        <span class={styles.end}>{result}</span>
      )}
      <small>
        {towards}
        {note && <> ({note})</>}
      </small>
    </li>
  );
}

/** The weight that the fork is drawn for: the chosen one, or the first into the chosen bias's or activation's unit. */
const weightOf = (pick: Ref): WeightRef =>
  isWeight(pick) ? pick : { layer: pick.layer, unit: pick.unit, input: firstInput };
const firstInput = 0;
