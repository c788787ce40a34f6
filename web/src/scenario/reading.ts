/**
 * Reading what arrives from outside, piece by piece. A reader turns an unknown value into a typed one or throws a Refusal,
 * which never leaves this folder: `result` makes a Result of it. Only own keys count; what is read is always a copy.
 */
import type { Result } from './types';

export type Read<T> = (value: unknown, path: string, notes: Notes) => T;

/** Where and what. */
export class Refusal {
  constructor(
    readonly path: string,
    readonly message: string,
  ) {}
}

export const refuse = (path: string, message: string): never => {
  throw new Refusal(path, message);
};

/** Reads the whole of a document. */
export function result<T>(read: Read<T>, document: unknown): Result<T> {
  const notes = new Notes();
  try {
    return { ok: true, value: read(document, '', notes), notices: notes.sentences() };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ok: false, path: refusal.path, message: refusal.message };
  }
}

/** A document with ten thousand unknown keys gets no ten thousand notices. */
const mostNotes = 8;

/** Characters of a text or key that a sentence quotes. */
const longest = 40;

/** Remarks on what was left out. */
export class Notes {
  private count = 0;
  private readonly first: string[] = [];

  /** @param path of an unknown key */
  leftOut(path: string): void {
    if (++this.count <= mostNotes) this.first.push(`${path}: not a key this page knows, left out`);
  }

  sentences(): string[] {
    const more = this.count - this.first.length;
    return more > 0 ? [...this.first, `and ${more} more unknown keys, left out`] : this.first;
  }
}

export const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

/** What a value is, for the end of a sentence, as the engine says it. */
function kind(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'object' ? 'an object' : 'something else';
}

/** A name that is not known is quoted, so that a slip of the keyboard shows. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, longest));
  return typeof value === 'number' ? String(value) : kind(value);
}

/** "1 number", "3 numbers" */
const counted = (count: number, things: string): string =>
  `${count} ${count === 1 && things.endsWith('s') ? things.slice(0, -1) : things}`;

export const expectsCount = (expected: number, things: string, got: number): string =>
  `expects ${counted(expected, things)}, got ${got}`;

export const expectsBetween = (least: number, most: number, things: string, got: number): string =>
  `expects ${least} to ${counted(most, things)}, got ${got}`;

export const finite: Read<number> = (value, path) => {
  if (typeof value !== 'number') return refuse(path, `expects a number, got ${kind(value)}`);
  return Number.isFinite(value) ? value : refuse(path, 'expects a finite number');
};

export const notNegative: Read<number> = (value, path, notes) => {
  const number = finite(value, path, notes);
  return number >= 0 ? number : refuse(path, 'expects a number of at least 0');
};

export const positive: Read<number> = (value, path, notes) => {
  const number = notNegative(value, path, notes);
  return number > 0 ? number : refuse(path, 'expects a number above 0');
};

/** In [0, 1). */
export const belowOne: Read<number> = (value, path, notes) => {
  const number = notNegative(value, path, notes);
  return number < 1 ? number : refuse(path, 'expects a number from 0 to below 1');
};

export const whole =
  (least: number, most: number): Read<number> =>
  (value, path, notes) => {
    const number = finite(value, path, notes);
    if (Number.isInteger(number) && number >= least && number <= most) return number + 0; // −0 is 0
    return refuse(path, `expects a whole number from ${least} to ${most}, got ${number}`);
  };

export const text: Read<string> = (value, path) =>
  typeof value === 'string' ? value : refuse(path, `expects text, got ${kind(value)}`);

export const flag: Read<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuse(path, `expects true or false, got ${kind(value)}`);

/** One of a few texts or numbers. */
export const oneOf =
  <const T extends string | number | true>(known: readonly T[]): Read<T> =>
  (value, path) => {
    const found = known.find((name) => name === value);
    if (found !== undefined) return found;
    const expected = known.length === 1 ? String(known[0]) : `one of ${known.join(', ')}`;
    return refuse(path, `expects ${expected}, got ${quoted(value)}`);
  };

/** A list, each item read; a hole in it is an item that is nothing. The length is checked first. */
export const list =
  <T>(read: Read<T>, things: string, least = 0, most = Number.POSITIVE_INFINITY): Read<readonly T[]> =>
  (value, path, notes) => {
    if (!Array.isArray(value)) return refuse(path, `expects a list, got ${kind(value)}`);
    if (value.length < least || value.length > most) {
      return refuse(path, expectsBetween(least, most, things, value.length));
    }
    return Array.from(value, (item: unknown, index) => read(item, join(path, index), notes));
  };

type Readers = Readonly<Record<string, Read<unknown>>>;
type Output<R extends Readers, Optional extends keyof R> = {
  readonly [K in Exclude<keyof R, Optional>]: ReturnType<R[K]>;
} & { readonly [K in Optional]?: ReturnType<R[K]> };

/**
 * An object with these keys, written in this order whatever order they came in. Unknown keys are left out with a note.
 */
export const object =
  <R extends Readers, Optional extends keyof R = never>(
    readers: R,
    optional: readonly Optional[] = [],
  ): Read<Output<R, Optional>> =>
  (value, path, notes) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse(path, `expects an object, got ${kind(value)}`);
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(readers, key)) notes.leftOut(join(path, key.slice(0, longest)));
    }
    const entries = Object.entries(readers).flatMap(([key, read]) => {
      const member = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
      if (member === undefined) return optional.includes(key as Optional) ? [] : refuse(join(path, key), 'is missing');
      return [[key, read(member, join(path, key), notes)]];
    });
    return Object.fromEntries(entries) as Output<R, Optional>;
  };
