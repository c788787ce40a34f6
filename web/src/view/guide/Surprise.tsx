import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { quantityOf } from '../../format/symbol';
import { sameRef } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { standingOf, timesAsFar } from '../../state/standing';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Mark } from '../math/Symbol';
import styles from './Guide.module.css';
import { movableWeights } from './guide';
import { useNames } from './useNames';

/** The change of the cost when a parameter is moved by the present nudge. */
function useChangeOfCost() {
  const { playground } = usePage();
  return (ref: ParameterRef): number => playground.nudge(ref, playground.nudgeSize.value).changes.at(-1)?.change ?? 0;
}

/** Which weight really does, and how much farther. */
export function Surprise({ chosen }: { chosen: ParameterRef | 'alike' }) {
  const { playground, guide, walk } = usePage();
  const { cost, name } = useNames();
  const changeOf = useChangeOfCost();
  const notation = playground.notation.value;
  const weights = movableWeights(playground.scenario.value).map((ref) => ({ ref, change: changeOf(ref) }));
  const widest = Math.max(...weights.map(({ change }) => Math.abs(change)));
  const best = weights.find(({ change }) => Math.abs(change) === widest);
  if (!best) return null;
  const standing = (ref: ParameterRef) => standingOf(playground.scenario.value, ref);
  const times = (change: number, ref: ParameterRef) =>
    formatNumber(timesAsFar(change, changeOf(ref)), notation, { digits: 2 });
  const alike = weights.every(({ change }) => Math.abs(change) === widest);
  const follow = () => {
    const card = document.getElementById('nudge-heading')?.parentElement;
    playground.choose(best.ref);
    walk.restart((card?.lastElementChild as HTMLElement | null)?.offsetHeight);
    guide.show({ kind: 'powerless', found: [] });
    // The walk in sight below the network, and the keys where it goes on.
    card?.querySelector('[data-face]')?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('button.primary')?.focus({ preventScroll: true });
  };
  return (
    <>
      <span>
        <Sentence>
          {chosen === 'alike'
            ? alike
              ? words.allAlike(cost)
              : words.notAlike(name(best.ref), cost)
            : sameRef(chosen, best.ref)
              ? words.right(name(best.ref), standing(best.ref))
              : words.wrong(name(chosen), name(best.ref), cost, times(best.change, chosen), standing(chosen))}
        </Sentence>
      </span>
      <ul class={styles.bars}>
        {weights.map(({ ref, change }) => (
          <li key={name(ref)}>
            <Mark of={quantityOf(ref)} />
            <span class={styles.track} aria-hidden="true">
              <span style={{ width: `${widest > 0 ? (100 * Math.abs(change)) / widest : 0}%` }} />
            </span>
            <span>{formatNumber(change, notation, { sign: true })}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={follow}>
        <Sentence>{words.follow(name(best.ref))}</Sentence>
      </button>
    </>
  );
}
