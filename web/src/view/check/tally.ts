import type { Check } from '../../../../bindings/backprop';

/** Of how many parameters the check could compare the two slopes, and why not of the others. */
interface Tally {
  readonly compared: number;
  readonly kinks: number;
  /** A slope is infinite or not a number. */
  readonly beyond: number;
}

export function tallyOf({ parameters }: Check): Tally {
  const kinks = parameters.filter(({ atKink }) => atKink).length;
  const beyond = parameters.filter(({ atKink, error }) => !atKink && !Number.isFinite(error)).length;
  return { kinks, beyond, compared: parameters.length - kinks - beyond };
}
