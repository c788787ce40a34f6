/** The words where numbers have grown beyond what a computer can write. */
import { capital } from '../capital';

export const finiteWords = {
  change: (of: string) => `The change of ${of} is infinite or not a number: the numbers have left the finite range.`,
  notCompared: (cost: string) =>
    `${cost} or its change is infinite or not a number: the numbers have left the finite range, so there is nothing to compare.`,
  lost: (w: string, delta: string) =>
    `${w} and ${w} ${delta} are the same number here: ${w} is too large for so small a nudge to move it.`,
  left: (what: string) => `${capital(what)} is infinite or not a number: the numbers have left the finite range.`,
  stopped: 'left the finite numbers',
  not: 'not finite',
} as const;
