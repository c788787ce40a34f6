import { guideWords as words } from '../../format/strings/guide';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Answers } from './Answers';
import { movableWeights } from './guide';
import { useNames } from './useNames';

/** How many links would a chain of one more neuron have? */
export function Links() {
  const { playground, guide } = usePage();
  const { cost, name } = useNames();
  const scene = guide.scene.value;
  const [first] = movableWeights(playground.scenario.value);
  if (scene.kind !== 'links' || !first) return null;
  const layers = playground.scenario.value.layers.length;
  // One link into each neuron, one into the cost; and one neuron more.
  const right = layers + 1 + 1;
  return (
    <>
      <span>
        <Sentence>
          {scene.answer === undefined
            ? words.links(name(first), cost)
            : scene.answer === right
              ? words.linksRight(right)
              : words.linksWrong(right)}
        </Sentence>
      </span>
      {scene.answer === undefined ? (
        <Answers>
          {[right - 2, right - 1, right, right + 1].map((answer) => (
            <button key={answer} type="button" onClick={() => guide.show({ kind: 'links', answer })}>
              {answer}
            </button>
          ))}
        </Answers>
      ) : (
        <button type="button" class="primary" onClick={guide.leave}>
          {words.done}
        </button>
      )}
    </>
  );
}
