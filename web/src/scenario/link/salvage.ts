/** What of a link can be read though something in it is wrong: offered as a choice, never opened unasked. */
import { Refusal } from '../reading';
import { isKnown, type Part } from './keys';
import type { Initialise, Readable } from './opened';
import { changed, sentence } from './problem';
import { bookmarkOf } from './readable';

/** A link written by hand, without the keys that are wrong. */
export function salvaged(parts: readonly Part[], initialise: Initialise): Promise<Readable | undefined> {
  const values = whole(parts);
  const hasWeights = parts.some(({ key }) => key === 'w');
  return without(values, notTaken(parts, values).slice(0, mostNotices), hasWeights, initialise);
}

/** A link with thousands of unknown keys gets no thousands of notices. */
const mostNotices = 8;

/** Each key once that has not become a value, and why. */
const notTaken = (parts: readonly Part[], values: ReadonlyMap<string, string>): string[] => {
  const reasons = parts.flatMap(({ key, value }) => {
    if (values.has(key) || ['crc', 'v', ''].includes(key)) return [];
    const name = key.slice(0, 40);
    if (value === undefined) return [`${name}: has no =, left out`];
    return [isKnown(key) ? `${name}: given twice, left out` : `${name}: not a key this page knows, left out`];
  });
  return [...new Set(reasons)];
};

/** A link that has lost its checksum. Its end may be cut off, in the middle of a number: its last key is not taken. */
export async function salvagedDamaged(parts: readonly Part[], initialise: Initialise): Promise<Readable | undefined> {
  const values = whole(parts);
  const last = [...values.keys()].at(-1);
  if (last !== undefined) values.delete(last);
  if (!values.has('net')) return undefined;
  const others = parts.filter(({ key }) => key !== last);
  const data = values.has('data') ? [] : ['x', 'y'];
  const missing = [...data, 'loss', 'rule', 'alpha'].filter((key) => !parts.some((part) => part.key === key));
  const notices = [
    changed,
    ...(last === undefined ? [] : [`${last}: may be cut off, left out`]),
    ...notTaken(others, values).slice(0, mostNotices),
    ...missing.map((key) => `${key}: did not arrive, taken from the start document`),
  ];
  return without(values, notices, true, initialise);
}

/** Keys that are known, have a value and stand there once. */
function whole(parts: readonly Part[]): Map<string, string> {
  const values = new Map<string, string>();
  const seen = new Set<string>(['crc', 'v']);
  for (const { key, value } of parts) {
    if (seen.has(key)) values.delete(key);
    else if (value !== undefined && isKnown(key)) values.set(key, value);
    seen.add(key);
  }
  return values;
}

/**
 * Leaves out one key after the other until the rest opens. A network without its own weights is not what was sent, nor
 * are weights without their network.
 */
async function without(
  values: Map<string, string>,
  notices: readonly string[],
  needsWeights: boolean,
  initialise: Initialise,
): Promise<Readable | undefined> {
  if (values.size === 0) return undefined;
  if (needsWeights && values.has('net') && !values.has('w')) return undefined;
  try {
    return { bookmark: await bookmarkOf(values, initialise), notices };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.path === 'net' || !values.delete(refusal.path)) return undefined;
    return without(values, [...notices, `${sentence(refusal)} It is left out.`], needsWeights, initialise);
  }
}
