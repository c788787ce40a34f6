import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Lessons } from './lessons';

const Context = createContext<Lessons | undefined>(undefined);
export const LessonProvider = Context.Provider;

/** The lesson on the page. */
export function useLesson(): Lessons {
  const lessons = useContext(Context);
  if (!lessons) throw new Error('useLesson outside of LessonProvider');
  return lessons;
}
