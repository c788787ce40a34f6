/** Where the text of a lesson comes from, and the lesson that it is. */
import { lessonWords as words } from '../../format/strings/lesson';
import { builtInLesson, isLessonId, type LessonId, lessonIds } from '../../lesson/builtIn';
import { parseLesson } from '../../lesson/parse';
import type { Lesson } from '../../lesson/types';
import type { Result } from '../../scenario/types';
import type { PageState } from '../context';

/** A lesson that comes with the page, or its Markdown. */
export type Source = { readonly id: string } | { readonly markdown: string };

export const sameSource = (a: Source, b: Source): boolean =>
  'id' in a ? 'id' in b && a.id === b.id : 'markdown' in b && a.markdown === b.markdown;

/** An id, or Markdown: an id is a single word. */
export const sourceOf = (lesson: string): Source =>
  /^[\w-]{1,40}$/.test(lesson) ? { id: lesson } : { markdown: lesson };

/** The lesson; where there is none, `message` is a sentence that says why. */
export async function readSource(source: Source, { wholeEngine }: PageState): Promise<Result<Lesson>> {
  const refuse = (message: string) => ({ ok: false, path: '', message }) as const;
  if ('id' in source && !isLessonId(source.id)) return refuse(words.unknown(source.id, lessonIds));
  try {
    const markdown = 'markdown' in source ? source.markdown : await builtInLesson(source.id as LessonId);
    const read = await parseLesson(markdown, async (s, how) => (await wholeEngine()).initialise(s, how));
    return read.ok ? read : refuse(words.unreadable(`${read.path}: ${read.message}`));
  } catch {
    return refuse(words.notFetched);
  }
}
