/** What reads well as a lesson and yet asks badly, as the engine sees it: for authors. */
import type { Engine } from '../engine/engine';
import { formatNumber } from '../format/number';
import type { Bookmark, Scenario, WrittenScenario } from '../scenario/types';
import { judge, reached } from './judge';
import { plainText } from './markdown';
import { bookmarkAt } from './progress';
import { quantityValue } from './quantity';
import { parameterOf, slipAnswers } from './slips';
import type { Ask, Lesson, NumberAsk, Situation } from './types';

/** Sentences that name the page. */
export const reviewed = (lesson: Lesson, engine: Engine): readonly string[] =>
  lesson.pages.flatMap(({ number, asks }) => {
    const situation = situationIn(bookmarkAt(lesson, number), engine);
    return asks.flatMap((ask) => remarksOn(ask, situation, engine)).map((remark) => `page ${number}: ${remark}`);
  });

/** What a page opens, without a playground. */
export function situationIn(bookmark: Bookmark<WrittenScenario>, engine: Engine): Situation {
  const { example, steps, notation } = bookmark;
  const { dataset, ...start } = bookmark.start;
  const listed = dataset ? { ...start, examples: engine.examples(dataset) } : bookmark.start;
  const scenario = engine.descend(listed as Scenario, steps).scenario;
  return { scenario, evaluation: engine.evaluate(scenario, example), example, steps, notation };
}

/** As a part: below that two numbers look alike. */
const alike = 0.03;

const areAlike = (a: number, b: number): boolean => Math.abs(a - b) <= alike * Math.max(Math.abs(a), Math.abs(b));

function remarksOn(ask: Ask, situation: Situation, engine: Engine): readonly string[] {
  const value = (quantity: NumberAsk['of']) => quantityValue(quantity, situation) ?? Number.NaN;
  switch (ask.kind) {
    case 'choice':
      return alikeOptions(ask.options.map((option) => plainText(option).trim()));
    case 'number':
      return Number.isFinite(value(ask.of))
        ? confused(ask, situation, engine)
        : [`“${ask.plain}” asks for what is not a number`];
    case 'sign':
      return Number.isFinite(value(ask.of)) ? [] : [`“${ask.plain}” asks for what is not a number`];
    case 'order': {
      const sizes = ask.of.map((of) => Math.abs(value(of))).sort((a, b) => a - b);
      return sizes.some((size, k) => k > 0 && areAlike(size, sizes[k - 1] ?? 0))
        ? [`“${ask.plain}” orders numbers of which two differ by less than 3 %`]
        : [];
    }
    case 'reach':
      return reached(ask, situation) ? [`“${ask.plain}” is reached from the start`] : [];
  }
}

/** An option that says the same as another, or begins with almost the same number. */
function alikeOptions(options: readonly string[]): readonly string[] {
  const numbers = options.map((option) => Number.parseFloat(option.replace('−', '-')));
  return options.flatMap((option, k) => {
    const like = options
      .slice(0, k)
      .find(
        (other, j) =>
          other === option || (isPlain(other) && isPlain(option) && areAlike(numbers[j] ?? 0, numbers[k] ?? 0)),
      );
    return like === undefined ? [] : [`the options “${like}” and “${option}” look alike`];
  });
}

/** A number and nothing else. */
const isPlain = (option: string): boolean => /^[−-]?\d+(?:\.\d+)?$/.test(option);

/** Mistakes that would count as right. */
function confused(ask: NumberAsk, situation: Situation, engine: Engine): readonly string[] {
  const { notation } = situation;
  const ref = parameterOf(ask.of);
  const right = (ref ? slipAnswers(ref, situation, engine) : []).filter(
    ({ gradient }) => judge(ask, { kind: 'number', text: formatNumber(gradient, notation) }, situation).correct,
  );
  const names = right.map(({ kind }) => kind).join(', ');
  return right.length > 0 ? [`“${ask.plain}” is answered by a mistake as well: ${names}`] : [];
}
