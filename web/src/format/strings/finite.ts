/** The words where numbers have grown beyond what a computer can write. */
import { capital } from '../capital';

export const finiteWords = {
  left: (what: string) => `${capital(what)} is infinite or not a number: the numbers have left the finite range.`,
  stopped: 'left the finite numbers',
  not: 'not finite',
} as const;
