import { fragmentFor } from '../../scenario/link/encode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';

/** The page itself: without what its query asks for, which is this reader's own. */
const page = (): string => location.href.replace(/[?#].*$/s, '');

export const urlWith = (fragment: string): string => page() + fragment;

/** A link to what a bookmark holds, readable while that is reasonably short. */
export const urlOf = (bookmark: Bookmark<WrittenScenario>): string => urlWith(fragmentFor(bookmark));
