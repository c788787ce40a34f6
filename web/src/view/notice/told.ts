import { type ReadonlySignal, signal } from '@preact/signals';

/** Something that the page has to say about what arrived: a sentence, and what the reader can do about it. */
export interface Told {
  readonly message: string;
  readonly choices?: readonly Choice[];
  /** How far something has come that takes its time, 0 … 1. */
  readonly progress?: ReadonlySignal<number>;
}

interface Choice {
  readonly label: string;
  readonly take: () => void;
}

export const told = signal<Told | undefined>(undefined);
