// What tests of lessons share: reading one with the real engine, and the playground as a page opens it.

import { parseLesson, readLesson } from '../../../web/src/lesson/parse';
import { bookmarkAt, pageAt } from '../../../web/src/lesson/progress';
import { situationOf } from '../../../web/src/lesson/quantity';
import type { Ask, Lesson, Situation } from '../../../web/src/lesson/types';
import type { Bookmark, WrittenScenario } from '../../../web/src/scenario/types';
import { engine, stage } from '../state/stage';

export { engine };

export const parse = (markdown: string) => parseLesson(markdown, engine.initialise);
export const read = (markdown: string) => readLesson(markdown, engine.initialise);

/** A lesson that has to be right. */
export async function lessonOf(markdown: string): Promise<Lesson> {
  const parsed = await parse(markdown);
  if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.message}`);
  return parsed.value;
}

/** One page with a question, and the question. */
export async function asked(ask: object, state = '#'): Promise<Ask> {
  const block = JSON.stringify({ state, ask: { text: 'Well?', ...ask } });
  const [page] = (await lessonOf(`A page.\n\n\`\`\`playground\n${block}\n\`\`\`\n`)).pages;
  const [first] = page?.asks ?? [];
  if (!first) throw new Error('no question');
  return first;
}

/** The playground when a reader comes to a page. */
export function onPage(lesson: Lesson, number: number) {
  const { playground } = stage(bookmarkAt(lesson, number));
  const { pick } = pageAt(lesson, number);
  if (pick) playground.choose(pick);
  return playground;
}

export const situationAt = (bookmark?: Bookmark<WrittenScenario>): Situation => situationOf(stage(bookmark).playground);
