/** One descent step, taken apart in the order in which it is computed. */
export type Phase = 'forward' | 'cost' | 'backward' | 'update';

export const phases: readonly Phase[] = ['forward', 'cost', 'backward', 'update'];

/** The phase after this one; undefined after the last: the step is taken. */
export const phaseAfter = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1];

/** The phase before this one; undefined before the first. */
export const phaseBefore = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) - 1];
