/** Opens links. A link with a checksum opens as what was sent or not at all; one written by hand is taken as it is. */
import { Refusal, refuse } from '../reading';
import { carriesChecksum, checked } from './checked';
import { isKnown, type Part, partsOf } from './keys';
import { asWritten, waysBack } from './mend';
import type { Initialise, Opened } from './opened';
import { looksPacked } from './pack';
import { openDamaged, openPacked, type Packed, packedIn } from './packed';
import { damaged, isNewerVersion, newer, refused } from './problem';
import { openParts } from './readable';
import { salvaged, salvagedDamaged } from './salvage';

export type { Initialise, Opened } from './opened';

/** Characters of a fragment. */
export const longestFragment = 65_536;

/** Places in the page that an address may point at. */
const anchors = ['', 'app', 'worked-example'];

/** @param fragment of an address, with or without its #. Never throws. */
export async function decodeFragment(fragment: string, initialise: Initialise): Promise<Opened> {
  if (fragment.length > longestFragment) {
    const message = `The link is too long: it has ${fragment.length} characters, and at most ${longestFragment} are opened.`;
    return { kind: 'refused', message };
  }
  const text = fragment.replace(/^#/, '').replace(/\p{Surrogate}/gu, '\ufffd'); // half characters, as in every address
  if (anchors.includes(text)) return { kind: 'nothing' };
  try {
    return (await openChecked(text, initialise)) ?? (await openUnchecked(asWritten(text), initialise));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return refused(refusal);
  }
}

/** The first way back to the link at which its checksum is right. */
async function openChecked(text: string, initialise: Initialise): Promise<Opened | undefined> {
  const tried = new Set<string>();
  for (const way of waysBack(text)) {
    const packed = packedIn(way);
    if (packed && !tried.has(packed.value)) {
      tried.add(packed.value);
      const opened = openPacked(packed);
      if (opened) return opened;
    }
    const whole = packed ? undefined : checked(way);
    if (whole) return { kind: 'bookmark', ...(await openParts(whole.parts, whole.beside, initialise)) };
  }
  return undefined;
}

/** A link that has lost its checksum is refused, one that never had any is taken as it is. */
async function openUnchecked(fragment: string, initialise: Initialise): Promise<Opened> {
  const parts = partsOf(fragment);
  const packed = packedIn(fragment) ?? disguised(parts);
  if (packed) return openDamaged(packed);
  if (carriesChecksum(fragment) || looksChecked(parts)) {
    if (parts.some(({ key, value }) => key === 'v' && isNewerVersion(value ?? ''))) refuse('v', newer);
    return damaged('crc', await salvagedDamaged(parts, initialise));
  }
  try {
    const [first] = parts;
    if (first && !parts.some(({ key, value }) => isKnown(key) || value === undefined))
      refuse(first.key, 'is not a key this page knows');
    return { kind: 'bookmark', ...(await openParts(parts, [], initialise)) };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return refused(refusal, await salvaged(parts, initialise));
  }
}

/** A packed link whose key has been changed. */
function disguised(parts: readonly Part[]): Packed | undefined {
  const part = parts.find(({ key, value }) => !isKnown(key) && looksPacked(value ?? ''));
  return part && { key: 's', value: part.value ?? '', beside: [] };
}

/** A readable link whose `crc` has been changed. */
const looksChecked = ([first]: readonly Part[]): boolean =>
  first !== undefined && !isKnown(first.key) && /[\da-f]{8}$/.test(first.value ?? '');
