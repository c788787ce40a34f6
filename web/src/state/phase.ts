/** One descent step, taken apart in the order in which it is computed. */
export type Phase = 'forward' | 'cost' | 'backward' | 'update';

export const phases: readonly Phase[] = ['forward', 'cost', 'backward', 'update'];
