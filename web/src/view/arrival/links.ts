/** What a link brings: a network, or a sentence on why not and what could be done. */
import type { Engine } from '../../engine/engine';
import { arrivalWords } from '../../format/strings/arrival';
import { decodeFragment, type Initialise, type Opened } from '../../scenario/link/decode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { told } from '../notice/told';

type Open = (bookmark: Bookmark<WrittenScenario>, notes: readonly string[]) => Promise<boolean>;

/** Weights that a link leaves to chance are drawn by the whole engine, which is fetched only then. */
export const read = (fragment: string, wholeEngine: () => Promise<Engine>): Promise<Opened> => {
  const initialise: Initialise = async (s, options) => (await wholeEngine()).initialise(s, options);
  return decodeFragment(fragment, initialise);
};

/**
 * Whether it is on screen now. A refused link changes nothing there; what of it can be read is the reader's choice.
 * @param study opens a lesson
 */
export async function take(opened: Opened, open: Open, study: (markdown: string) => void): Promise<boolean> {
  switch (opened.kind) {
    case 'nothing':
      return false;
    case 'bookmark':
      return open(opened.bookmark, opened.notices);
    case 'lesson':
      study(opened.markdown);
      return false;
    case 'refused': {
      const { message, readable } = opened;
      const choose = () => {
        told.value = undefined;
        if (readable) void open(readable.bookmark, readable.notices);
      };
      told.value = { message, ...(readable && { choices: [{ label: arrivalWords.readable, take: choose }] }) };
      return false;
    }
  }
}

/** Whether a text is a lesson and not a document or a link. */
export const isLesson = (text: string): boolean => /^\uFEFF?---\s*\n/.test(text) || /^```playground\b/m.test(text);

/** The fragment of a link to this page in a pasted text; undefined where it holds none. */
export const fragmentIn = (text: string): string | undefined =>
  text.trimStart().startsWith('{') ? undefined : /#(?=[\w%]+=)[\s\S]*/.exec(text)?.[0];
