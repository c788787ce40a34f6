import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { quantityOf } from '../../format/symbol';
import { usePage } from '../context';
import { Mark } from '../math/Symbol';
import { Answers } from './Answers';
import { movableWeights } from './guide';
import { useNames } from './useNames';

/** Which weight moves the cost most? */
export function Question() {
  const { playground, guide } = usePage();
  const { cost, name } = useNames();
  const delta = formatNumber(playground.nudgeSize.value, playground.notation.value, { sign: true, digits: 1 });
  return (
    <>
      <span>{words.question(delta, cost)}</span>
      <Answers>
        {movableWeights(playground.scenario.value).map((ref) => (
          <button key={name(ref)} type="button" onClick={() => guide.show({ kind: 'surprise', chosen: ref })}>
            <Mark of={quantityOf(ref)} />
          </button>
        ))}
        <button type="button" onClick={() => guide.show({ kind: 'surprise', chosen: 'alike' })}>
          {words.alike}
        </button>
      </Answers>
    </>
  );
}
