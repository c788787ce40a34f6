import type { Answer, Ask } from '../../lesson/types';
import { Inlines } from './Inlines';

/** What each form of question is handed. */
export interface AskProps<A extends Ask> {
  readonly ask: A;
  /** Answered right, or left out: nothing can be changed any more. */
  readonly settled: boolean;
  /** The last answer that was not right. */
  readonly wrong: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** What is asked, as written by the lesson's author. */
export const Question = ({ ask }: { ask: Ask }) => <Inlines of={ask.text} />;
