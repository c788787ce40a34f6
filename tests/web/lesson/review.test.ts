import { expect, test } from 'vitest';
import { builtInLesson, lessonIds } from '../../../web/src/lesson/builtIn';
import { situationOf } from '../../../web/src/lesson/quantity';
import { reviewed, situationIn } from '../../../web/src/lesson/review';
import { presets } from '../../../web/src/scenario/presets';
import { bookmarkOf } from '../../../web/src/scenario/start';
import { stage } from '../state/stage';
import { engine, lessonOf } from './stage';

const remarks = async (ask: object, state = '#') => {
  const block = JSON.stringify({ state, ask: { text: 'Well?', ...ask } });
  return reviewed(await lessonOf(`A\n\n\`\`\`playground\n${block}\n\`\`\``), engine);
};

test.each(lessonIds)('nothing is remarked on the lesson %s', async (id) => {
  expect(reviewed(await lessonOf(await builtInLesson(id)), engine)).toEqual([]);
});

test.each([
  [{ kind: 'reach', of: 'C', below: 0.2 }, '#', 'page 1: “Well?” is reached from the start'],
  [
    { kind: 'choice', options: ['0.100', '0.102', '0.3'], answer: 1 },
    '#',
    'page 1: the options “0.100” and “0.102” look alike',
  ],
  [{ kind: 'choice', options: ['same', 'same'], answer: 1 }, '#', 'page 1: the options “same” and “same” look alike'],
  [{ kind: 'order', of: ['a1', 'z1'] }, '#', 'page 1: “Well?” orders numbers of which two differ by less than 3 %'],
  [{ kind: 'number', of: 'dC/dw1' }, '#x=1', 'page 1: “Well?” is answered by a mistake as well: forgotInput'],
  [{ kind: 'number', of: 'C' }, '#net=1,1:exp&w=1&x=1000&y=0', 'page 1: “Well?” asks for what is not a number'],
  [{ kind: 'sign', of: 'C' }, '#net=1,1:exp&w=1&x=1000&y=0', 'page 1: “Well?” asks for what is not a number'],
])('%# an author is told', async (ask, state, expected) => {
  expect(await remarks(ask, state)).toEqual([expected]);
});

test.each([
  [{ kind: 'reach', of: 'C', below: 0.1 }, '#'],
  [{ kind: 'choice', options: ['−0.1', '0.1', 'both 0.1'], answer: 1 }, '#'],
  [{ kind: 'order', of: ['dC/dw1', 'dC/dw2'] }, '#'],
  [{ kind: 'number', of: 'dC/dw1' }, '#'],
  [{ kind: 'number', of: 'C' }, '#net=2,2:tanh,1:sigmoid&data=circle:50:0.1:1&step=3&ex=7'],
])('%# nothing is remarked', async (ask, state) => {
  expect(await remarks(ask, state)).toEqual([]);
});

test('what a page opens is what the playground opens: after its steps, of its data set, at its example', () => {
  const { examples: _, dataset: __, ...rest } = presets.xor as typeof presets.xor & { dataset?: never };
  const dataset = { name: 'moons', count: 20, noise: 0.1, seed: 3 } as const;
  for (const bookmark of [
    { ...bookmarkOf(presets.note), steps: 5 },
    { ...bookmarkOf(presets.xor), steps: 2, example: 3 },
    { ...bookmarkOf({ ...rest, dataset }), steps: 3, example: 11 },
  ]) {
    expect(situationIn(bookmark, engine)).toEqual(situationOf(stage(bookmark).playground));
  }
});
