/** How much of a long work to do at a time. */

/** Milliseconds of work between two answers. */
const slice = 12;

export type Pace = <T>(work: (count: number) => T) => T;

/**
 * Tells a work how much of it to do at a time, so that it takes about a slice.
 *
 * @param first how much to begin with
 * @param clock milliseconds
 */
export function createPace(first: number, clock: () => number = () => performance.now()): Pace {
  let count = first;
  return (work) => {
    const before = clock();
    const result = work(count);
    const took = Math.max(clock() - before, 0.1);
    count = Math.max(1, Math.floor(count * Math.min(2, slice / took)));
    return result;
  };
}
