import { changedLocks } from '../../embed/locks';
import type { Scenario } from '../../scenario/types';
import { presentation } from './presentation';

/** Whether an edit would change what the page keeps as it is. */
export const changesLocked = (before: Scenario, after: Scenario): boolean =>
  changedLocks(before, after, presentation.value?.locked ?? []).length > 0;
