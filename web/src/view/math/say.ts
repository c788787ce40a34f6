/** What comes after the first paint: symbols and links in words. */
import { signal } from '@preact/signals';
import type { told } from './told';

type Told = typeof told;

/** How ears hear a text with symbols in it; until then as it is written. */
export const say = signal<Told['spoken']>((text) => text);
/** What a symbol stands for, told to who points at it. */
export const meaning = signal<Told['meaningOf'] | undefined>(undefined);
/** What a factor is and where its value comes from. */
export const reason = signal<Told['linkWords'] | undefined>(undefined);

export async function loadWords(): Promise<void> {
  try {
    const { told } = await import('./told');
    say.value = told.spoken;
    meaning.value = told.meaningOf;
    reason.value = told.linkWords;
  } catch {
    // Without the words symbols are heard as they are written.
  }
}
