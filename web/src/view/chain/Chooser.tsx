import { useMemo } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { parameters, sameRef } from '../../scenario/refs';
import { parameterCount } from '../../scenario/shape';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { lazy } from '../lazy';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import styles from './Chooser.module.css';

const Menu = lazy(() => import('./Menu').then((m) => m.Menu));
const Freeze = lazy(() => import('../edit/Freeze').then((m) => m.Freeze));

/** More parameters than this become a menu. */
const mostButtons = 12;

/** Which parameter is explained and nudged. One of a few: buttons with arrow keys; one of many: a menu. */
export function Chooser() {
  const { playground, writing } = usePage();
  const shape = useShape();
  const few = useMemo(() => {
    const scenario = playground.scenario.peek();
    return parameterCount(scenario) > mostButtons ? undefined : parameters(scenario);
  }, [shape]);
  const pick = playground.pick.value;
  if (!few) {
    return (
      <div class={styles.choices}>
        <Menu />
        <Freeze />
      </div>
    );
  }
  const index = few.findIndex((ref) => sameRef(ref, pick));
  return (
    <fieldset class={styles.choices}>
      <legend>{strings.chain.choose}</legend>
      {few.map((ref, i) => (
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
