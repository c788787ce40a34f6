import { useMemo } from 'preact/hooks';
import { strings } from '../../format/strings';
import { quantityOf, text } from '../../format/symbol';
import { parameters, sameRef } from '../../scenario/refs';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { lazy } from '../lazy';
import { Mark } from '../math/Symbol';
import styles from './Chooser.module.css';

const Freeze = lazy(() => import('../edit/Freeze').then((m) => m.Freeze));

/** More parameters than this become a menu. */
const mostButtons = 12;

/** Which parameter is explained and nudged. One of a few: buttons with arrow keys; one of many: a menu. */
export function Chooser() {
  const { playground, writing } = usePage();
  const shape = useShape();
  const all = useMemo(() => parameters(playground.scenario.peek()), [shape]);
  const pick = playground.pick.value;
  const index = all.findIndex((ref) => sameRef(ref, pick));
  if (all.length > mostButtons) {
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
            {index < 0 && <option value={-1}>{text(quantityOf(pick), writing.value)}</option>}
            {all.map((ref, i) => (
              <option key={text(quantityOf(ref), writing.value)} value={i}>
                {text(quantityOf(ref), writing.value)}
              </option>
            ))}
          </select>
        </label>
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
            aria-label={text(quantityOf(ref), writing.value)}
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
