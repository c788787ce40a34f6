/** What comes after the first paint: symbols and links in words. */
import { signal } from '@preact/signals';
import type { inWords } from './inWords';

type InWords = typeof inWords;

/** How ears hear a text with symbols in it; until then as it is written. */
export const say = signal<InWords['spoken']>((text) => text);
/** What a symbol stands for, told to who points at it. */
export const meaning = signal<InWords['meaningOf'] | undefined>(undefined);
/** What a factor is and where its value comes from. */
export const reason = signal<InWords['linkInWords'] | undefined>(undefined);

export async function loadWords(): Promise<void> {
  try {
    const { inWords } = await import('./inWords');
    say.value = inWords.spoken;
    meaning.value = inWords.meaningOf;
    reason.value = inWords.linkInWords;
  } catch {
    // Without the words symbols are heard as they are written.
  }
}
