import { useMemo } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { parameters, parametersOf, sameRef } from '../../scenario/refs';
import { parameterCount } from '../../scenario/shape';
import type { Ref } from '../../scenario/types';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { lazy } from '../lazy';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import styles from './Chooser.module.css';

const UnitMenu = lazy(() => import('./UnitMenu').then((m) => m.UnitMenu));
const Freeze = lazy(() => import('../edit/Freeze').then((m) => m.Freeze));

/** More parameters than this become a menu. */
const mostButtons = 12;

/** Of more than this the menu holds those of one unit, and a second menu the units: thousands of lines take long to make. */
const mostInMenu = 500;

/** Which parameter is explained and nudged. One of a few: buttons with arrow keys; one of many: a menu. */
export function Chooser() {
  const { playground, writing } = usePage();
  const shape = useShape();
  const pick = playground.pick.value;
  const many = useMemo(() => parameterCount(playground.scenario.peek()) > mostInMenu, [shape]);
  const all = useMemo(
    () => (many ? parametersOf(playground.scenario.peek(), pick) : parameters(playground.scenario.peek())),
    [shape, many, many && pick.layer, many && pick.unit],
  );
  const index = all.findIndex((ref) => sameRef(ref, pick));
  if (many || all.length > mostButtons) {
    return (
      <div class={styles.choices}>
        <label class={styles.menu}>
          {strings.chain.choose}{' '}
          <select
            value={index}
            onChange={(event) => {
              const ref = all[Number(event.currentTarget.value)];
              if (ref) playground.choose(ref);
            }}
          >
            {index < 0 && <Choice value={-1} of={pick} />}
            {all.map((ref, i) => (
              <Choice key={text(quantityOf(ref), writing.value)} value={i} of={ref} />
            ))}
          </select>
        </label>
        {many && <UnitMenu />}
        <Freeze />
      </div>
    );
  }
  return (
    <fieldset class={styles.choices}>
      <legend>{strings.chain.choose}</legend>
      {all.map((ref, i) => (
        <label key={text(quantityOf(ref), writing.value)} class={i === index ? styles.active : ''}>
          <input
            type="radio"
            class="over-label"
            name="pick"
            aria-label={say.value(text(quantityOf(ref), writing.value))}
            checked={i === index}
            onChange={() => playground.choose(ref)}
          />
          <Mark of={quantityOf(ref)} />
        </label>
      ))}
      <Freeze />
    </fieldset>
  );
}

/** A line of the menu. */
function Choice({ value, of }: { value: number; of: Ref }) {
  const symbol = text(quantityOf(of), usePage().writing.value);
  return (
    <option value={value} aria-label={say.value(symbol)}>
      {symbol}
    </option>
  );
}
