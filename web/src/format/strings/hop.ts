/** The words of one hop of a nudge. */
import { capital } from '../capital';

export const hopWords = {
  waiting: 'Press Next hop: the change travels one link at a time.',
  hop: (of: string, change: string, by: string, before: string, ratio: string) =>
    `${capital(of)} changes by ${change}: the change of ${by} (${before}) × ${ratio}.`,
  open: (of: string, change: string) => `${of} changes by ${change}.`,
  still: (of: string) => `${capital(of)} does not move: nothing arrives.`,
  why: (factor: string) => `Why? ${factor}`,
  turns: (of: string, by: string) => `${capital(by)} up brings ${of} down.`,
  nears: (ratio: string, value: string) => `The smaller the nudge, the nearer ${ratio} comes to ${value}.`,
} as const;
