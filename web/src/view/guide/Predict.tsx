import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { derivativeText, quantityOf } from '../../format/symbol';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Answers } from './Answers';
import { useNames } from './useNames';

/** Which way will a step move the weight? */
export function Predict() {
  const { playground, guide, writing } = usePage();
  const { name } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'predict') return null;
  const pick = playground.pick.value;
  // What a step goes by: the mean over all examples.
  const gradient = playground.derivation.value.update?.gradient ?? 0;
  const direction = gradient < 0 ? 'up' : 'down';
  const written = `${derivativeText({ kind: 'C' }, quantityOf(pick), writing.value)} = ${formatNumber(gradient, playground.notation.value)}`;
  return (
    <>
      <span>
        <Sentence>
          {gradient === 0
            ? words.stays(name(pick))
            : scene.answer
              ? words.answered(scene.answer === direction, words[direction], name(pick))
              : words.predict(written, name(pick))}
        </Sentence>
      </span>
      {scene.answer || gradient === 0 ? (
        <button type="button" onClick={() => (writing.value.slim ? guide.show({ kind: 'links' }) : guide.leave())}>
          {writing.value.slim ? words.goOn : words.done}
        </button>
      ) : (
        <Answers>
          <button type="button" onClick={() => guide.show({ kind: 'predict', answer: 'up' })}>
            {words.up}
          </button>
          <button type="button" onClick={() => guide.show({ kind: 'predict', answer: 'down' })}>
            {words.down}
          </button>
        </Answers>
      )}
    </>
  );
}
