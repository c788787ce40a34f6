import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Quantity } from '../../../../bindings/backprop';
import { bracketed } from '../../format/product';
import { explainWords as words } from '../../format/strings/explain';
import { derivativeText, inputOf, quantityOf, text } from '../../format/symbol';
import { isWeight, parameterAt, sameRef } from '../../scenario/refs';
import type { Ref, WeightRef } from '../../scenario/types';
import { passedBack } from '../../state/passedBack';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { costBy, isLit, leadsTo, startsAt } from '../links';
import { Sentence } from '../math/Sentence';
import { Derivative, Mark } from '../math/Symbol';
import { say } from '../math/say';
import { Segments } from '../Segments';
import { useLighting } from '../useLinks';
import { useNumber } from '../useNumber';
import styles from './Fork.module.css';
import { forksFrom } from './forks';

const cost: Quantity = { kind: 'C' };

/**
 * A unit on the way back: ∂C/∂z arrives, and leaves for the weight and for what lies before. First the chosen parameter's
 * own; the others on its way can be looked at without choosing another parameter.
 */
export function Fork() {
  const { playground, writing } = usePage();
  const { pick } = playground;
  const own = weightOf(pick.value);
  const forks = forksFrom(useShape(), own);
  const looked = useSignal<{ pick: Ref; at: WeightRef } | undefined>(undefined);
  const sought = looked.value?.pick === pick.value ? looked.value.at : own;
  const at = forks.find((fork) => sameRef(fork, sought)) ?? own;
  const z = text({ kind: 'z', layer: at.layer, unit: at.unit }, writing.value);
  return (
    <section class={styles.section} aria-label={say.value(words.fork(z))}>
      <h3>
        <Sentence>{words.fork(z)}</Sentence>
      </h3>
      <Along
        forks={forks}
        at={at}
        onLook={(at) => {
          looked.value = { pick: pick.peek(), at };
        }}
      />
      <ForkAt key={JSON.stringify(at)} at={at} />
    </section>
  );
}

function ForkAt({ at }: { at: WeightRef }) {
  const { playground, writing, known } = usePage();
  const { layer, unit, input } = at;
  const trace = useComputed(() => playground.evaluation.value.layers[layer]);
  const softmax = useComputed(() => playground.scenario.value.layers[layer]?.activation === 'softmax').value;
  const bias = useComputed(() => playground.scenario.value.layers[layer]?.biases !== undefined).value;
  const dCda = useNumber(() => trace.value?.dC_da[unit]);
  const slope = useNumber(() => trace.value?.da_dz[unit], bracketed);
  const arrives = useNumber(() => trace.value?.dC_dz[unit]);
  const x = useNumber(() => trace.value?.x[input], bracketed);
  const dCdw = useNumber(() => trace.value?.dC_dW[unit * trace.value.x.length + input]);
  const dCdb = useNumber(() => trace.value?.dC_db?.[unit]);
  const a: Quantity = { kind: 'a', layer, unit };
  const z: Quantity = { kind: 'z', layer, unit };
  const w = quantityOf(at);
  const biasRef: Ref = { layer, unit, bias: true };
  return (
    <>
      <p class={styles.lead}>
        <Sentence>
          {words.forkLead(
            writing.value.notation.cost,
            text(a, writing.value),
            text(z, writing.value),
            text(w, writing.value),
          )}
        </Sentence>
      </p>
      <div class={styles.fork}>
        <div class={styles.arrives}>
          {!softmax && (
            <span class={styles.before}>
              <Derivative of={cost} by={a} /> {dCda} × {words.slope} {slope}
            </span>
          )}
          <span class={styles.node} {...useLighting(costBy(z))}>
            <span aria-hidden="true">→ </span>
            <Derivative of={cost} by={z} /> <b data-testid="arrives">{arrives}</b>
            <small>{words.arrives}</small>
          </span>
        </div>
        <ul class={styles.exits}>
          <Exit
            of={w}
            choose={at}
            value={dCdw}
            times={
              <>
                <Mark of={inputOf(w)} /> {x} <small>{words.itsInput}</small>
              </>
            }
            towards={words.toWeight}
          />
          {known.value.back(layer > 0 ? layer - 1 : layer) && <BackExit at={at} />}
          {bias && <Exit of={quantityOf(biasRef)} choose={biasRef} value={dCdb} times="1" towards={words.toBias} />}
        </ul>
      </div>
    </>
  );
}

/** More forks than this become a menu. */
const mostButtons = 8;

/** The forks on the way from the chosen parameter to the cost, to look at one after the other. */
function Along({ forks, at, onLook }: { forks: readonly WeightRef[]; at: WeightRef; onLook: (at: WeightRef) => void }) {
  const { writing } = usePage();
  const options = forks.map(({ layer, unit }, value) => ({
    value,
    label: text({ kind: 'z', layer, unit }, writing.value),
  }));
  const value = forks.indexOf(at);
  const look = (index: number) => forks[index] && onLook(forks[index]);
  if (forks.length < 2) return null;
  if (forks.length <= mostButtons)
    return (
      <div class={styles.along}>
        <Segments legend={words.forkAt} name="fork" options={options} value={value} onChange={look} />
      </div>
    );
  return (
    <label class={styles.along}>
      {words.forkAt}{' '}
      <select value={value} onChange={(event) => look(Number(event.currentTarget.value))}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} aria-label={say.value(label)}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The way on, through the weight, to the activation or input that the weight comes from. */
function BackExit({ at }: { at: WeightRef }) {
  const { playground } = usePage();
  const passed = useComputed(() =>
    passedBack((of, ref) => playground.derive(ref, 0, of), playground.drawn.derivation.value, at),
  );
  const there = useComputed(() => passed.value !== undefined).value;
  const several = useComputed(() => (playground.scenario.value.layers[at.layer]?.weights.length ?? 0) > 1).value;
  const through = useNumber(() => passed.value?.through);
  const whole = useNumber(() => passed.value?.whole);
  const weight = useNumber(() => parameterAt(playground.scenario.value, at), bracketed);
  if (!there) return null;
  const before = inputOf(quantityOf(at));
  const isInput = before.kind === 'x';
  return (
    <Exit
      of={before}
      choose={isInput ? undefined : { layer: at.layer - 1, unit: at.input }}
      value={through}
      isPart={several}
      times={
        <>
          <Mark of={quantityOf(at)} /> {weight} <small>{words.theWeight}</small>
        </>
      }
      towards={words.toBefore}
      note={
        several ? (
          <>
            <Derivative of={cost} by={before} /> = {whole} {words.inAll}
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
  value: ReadonlySignal<string>;
  /** The value is one of several that add up to ∂C/∂of. */
  isPart?: boolean;
  times: ComponentChildren;
  towards: string;
  note?: ComponentChildren;
}

function Exit({ of, choose, value, isPart = false, times, towards, note }: ExitProps) {
  const { playground, writing, lit } = usePage();
  const name = useComputed(() => {
    const derivative = say.value(derivativeText(cost, of, writing.value));
    return isPart ? words.intoName(value.value, derivative) : `${derivative}: ${value.value}`;
  });
  const number = <b data-testid="exit">{value}</b>;
  const symbol = <Derivative of={cost} by={of} />;
  const result = isPart ? (
    <>
      {number} {words.into} {symbol}
    </>
  ) : (
    <>
      {symbol} {number}
    </>
  );
  const parameter = of.kind === 'w' || of.kind === 'b';
  const touched = isLit(lit.value, costBy(of)) || (parameter ? startsAt : leadsTo)(lit.value, of);
  return (
    <li data-lit={touched} {...useLighting(costBy(of))}>
      <span class={styles.times}>× {times}</span>
      <span aria-hidden="true">→</span>
      {choose ? (
        <button type="button" aria-label={name} onClick={() => playground.choose(choose)}>
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
