/** What an embedded page opens: the network on screen, or a lesson. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { builtInLessonWords } from '../../format/strings/lessons';
import { isLessonId, type LessonId, lessonIds } from '../../lesson/builtIn';
import { longestFragment } from '../../scenario/link/decode';
import { fragmentFor, lessonFragment } from '../../scenario/link/encode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { usePage } from '../context';
import { beside } from '../presentation/presentation';

/** A lesson by its name, or the text of one that somebody has opened. */
type Offered = LessonId | 'text';

interface Subject {
  readonly title: string;
  /** `#…`; empty where the name of a lesson says all. */
  readonly fragment: string;
  readonly lesson?: LessonId;
}

export function useSubject(bookmark: Bookmark<WrittenScenario>) {
  const page = usePage();
  const chosen = useSignal<Offered | undefined>(undefined);
  const text = useSignal<Subject | undefined>(undefined);
  useEffect(() => {
    // Only then is there a lesson, and what shows it has been fetched.
    if (!beside.peek()) return;
    void import('../lesson/lessons').then(({ lessonsOn }) => {
      const open = lessonsOn(page).open.peek();
      if (!open || 'id' in open.source) return;
      const fragment = lessonFragment(open.source.markdown);
      if (fragment.length <= longestFragment) text.value = { title: open.name, fragment };
    });
  }, [page, text]);
  const subject = useComputed<Subject>(() => {
    if (chosen.value === 'text' && text.value) return text.value;
    if (chosen.value && isLessonId(chosen.value)) {
      return { title: builtInLessonWords[chosen.value].title, fragment: '', lesson: chosen.value };
    }
    return { title: bookmark.start.title ?? '', fragment: fragmentFor(bookmark) };
  });
  const offered: readonly Offered[] = text.value ? ['text', ...lessonIds] : lessonIds;
  const titleOf = (id: Offered) => (isLessonId(id) ? builtInLessonWords[id].title : (text.value?.title ?? ''));
  return { chosen, offered, titleOf, subject: subject.value };
}
