import { startNotation } from '../../scenario/start';
import type { Notation } from '../../scenario/types';

/** The reader's own way of writing, but for what the lesson writes in a way of its own. */
export const notationFor = (ofLesson: Notation, ofReader: Notation): Notation => ({
  ...ofReader,
  ...Object.fromEntries(Object.entries(ofLesson).filter(([key, value]) => value !== usual[key])),
});

const usual: Readonly<Record<string, unknown>> = { ...startNotation };
