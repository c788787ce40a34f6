/** What happens in a lesson, told to the page around this one. */
import type { Answer, Complete, Progress } from '../../embed/element/face';

interface LessonEvents {
  readonly progress: Progress;
  readonly answer: Answer;
  readonly complete: Complete;
}

type Tell = <T extends keyof LessonEvents>(type: T, fields: LessonEvents[T]) => void;

const listeners = new Set<Tell>();

export const listen = (listener: Tell): void => {
  listeners.add(listener);
};

export const tell: Tell = (type, fields) => {
  for (const listener of listeners) listener(type, fields);
};
