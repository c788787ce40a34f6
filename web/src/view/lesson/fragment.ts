/** Links in a lesson's text that hold a network. */
import { decodeFragment } from '../../scenario/link/decode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import type { PageState } from '../context';
import { told } from '../notice/told';

export const fragmentOpener =
  (page: PageState, show: (bookmark: Bookmark<WrittenScenario>) => Promise<boolean>) =>
  async (fragment: string): Promise<void> => {
    const opened = await decodeFragment(fragment, async (s, how) => (await page.wholeEngine()).initialise(s, how));
    if (opened.kind === 'bookmark') await show(opened.bookmark);
    if (opened.kind === 'refused') told.value = { message: opened.message };
  };
