import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { derivativeText, quantityOf } from '../../format/symbol';
import { isParameter, parameterAt } from '../../scenario/refs';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Answers } from './Answers';
import type { Answered } from './guide';
import { useNames } from './useNames';

/** Which way will a step move the weight? */
export function Predict() {
  const { playground, guide, writing } = usePage();
  const { name } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'predict') return null;
  const pick = playground.pick.value;
  const notation = playground.notation.value;
  // What a step goes by: the mean over all examples.
  const gradient = playground.derivation.value.update?.gradient ?? 0;
  const direction = gradient < 0 ? 'up' : 'down';
  const { answered } = scene;
  const now = (): Omit<Answered, 'answer'> => ({
    step: playground.run.value.cursor.step,
    weight: isParameter(pick) ? parameterAt(playground.scenario.value, pick) : Number.NaN,
    cost: playground.meanCost.value ?? playground.evaluation.value.loss,
  });
  const think = (answer: Answered['answer']) => () => guide.show({ kind: 'predict', answered: { answer, ...now() } });
  const shown = (x: number) => formatNumber(x, notation);
  const told = (was: Answered): string => {
    const is = now();
    return is.step > was.step
      ? words.stepped(name(pick), shown(was.weight), shown(is.weight), notation.cost, shown(was.cost), shown(is.cost))
      : words.answered(was.answer === direction, words[direction], name(pick));
  };
  const written = `${derivativeText({ kind: 'C' }, quantityOf(pick), writing.value)} = ${shown(gradient)}`;
  return (
    <>
      <span>
        <Sentence>
          {answered ? told(answered) : gradient === 0 ? words.stays(name(pick)) : words.predict(written, name(pick))}
        </Sentence>
      </span>
      {answered || gradient === 0 ? (
        <button type="button" onClick={() => (writing.value.slim ? guide.show({ kind: 'links' }) : guide.leave())}>
          {writing.value.slim ? words.goOn : words.done}
        </button>
      ) : (
        <Answers>
          <button type="button" onClick={think('up')}>
            {words.up}
          </button>
          <button type="button" onClick={think('down')}>
            {words.down}
          </button>
        </Answers>
      )}
    </>
  );
}
