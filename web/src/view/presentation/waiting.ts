import { signal } from '@preact/signals';

/** What waits for the reader's answer to a question, and why, in words. */
export const waiting = signal<{ readonly for: 'step' | 'nudge'; readonly why: string } | undefined>(undefined);

/** Undefined = it does not wait. */
export const whyWaits = (what: 'step' | 'nudge'): string | undefined =>
  waiting.value?.for === what ? waiting.value.why : undefined;
