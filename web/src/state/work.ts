/** How much there is to compute, from which follows what a page can do without being deaf for long. */
import { parameterCount } from '../scenario/shape';
import type { Scenario } from '../scenario/types';

/** Parameters times examples of one step. */
export const workOfStep = (s: Scenario): number => parameterCount(s) * (s.descent.batch ?? s.examples.length);

/** Parameters times examples that are no more work than a frame bears, some ten milliseconds. */
export const mostWork = 4_000_000;
