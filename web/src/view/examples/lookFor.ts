import { signal } from '@preact/signals';
import type { Scenario } from '../../scenario/types';

/** What to look for in the example that was opened last; it stands on the page as long as the run began with that example. */
export const lookFor = signal<{ readonly sentence: string; readonly start: Scenario } | undefined>(undefined);
