import { formatNumber } from '../../format/number';
import { finiteWords } from '../../format/strings/finite';
import { guideWords as words } from '../../format/strings/guide';
import { quantityOf } from '../../format/symbol';
import type { ParameterRef } from '../../scenario/types';
import { outcomeOf } from '../../state/outcome';
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
  const outcome = outcomeOf(weights, chosen);
  if (!outcome) return null;
  const { best } = outcome;
  const widest = Math.abs(best.change);
  const told = (): string => {
    const of = name(best.ref);
    const standing = (ref: ParameterRef) => standingOf(playground.scenario.value, ref);
    switch (outcome.kind) {
      case 'right':
        return words.right(of, standing(best.ref));
      case 'wrong': {
        const { ref, change } = outcome.own;
        const times = formatNumber(timesAsFar(best.change, change), notation, { digits: 2 });
        return words.wrong(name(ref), of, cost, times, standing(ref));
      }
      case 'still':
        return words.still(name(outcome.own.ref), of, cost);
      case 'alike':
        return words.allAlike(cost, chosen === 'alike');
      case 'notAlike':
        return words.notAlike(of, cost);
      case 'none':
        return words.none(cost);
      case 'notFinite':
        return finiteWords.notCompared(cost);
    }
  };
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
        <Sentence>{told()}</Sentence>
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
