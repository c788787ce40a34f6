import { shareWords } from '../../format/strings/share';

/** Characters of a title that a file is named by. */
const longest = 60;

/** What some system forbids in a name, gives a meaning, or does not show: control and direction marks among them. */
const forbidden = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|%]+/gu;

/** Names that Windows keeps for devices, whatever follows their first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** What the file of a document with this title is called, on any system. */
export function fileName(title: string): string {
  const plain = title.normalize('NFC').replace(forbidden, ' ').replace(/\s+/g, ' ');
  const short = Array.from(plain).slice(0, longest).join('');
  const name = short.replace(/^[\s.~-]+|[\s.]+$/g, '').replace(device, '$&_');
  return `${name || shareWords.untitled}.backprop.json`;
}
