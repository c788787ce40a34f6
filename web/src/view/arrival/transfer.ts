/** Files dropped on the page or pasted, and documents and links pasted as text. */
import { arrivalWords } from '../../format/strings/arrival';
import { told } from '../notice/told';
import type { Arrival } from './arrival';
import { fragmentIn, isLesson } from './links';

/** Of a file, in MiB; refused before a byte of it is read. */
const largest = 16;

/** Returns what is wrong with it, or undefined. */
export async function openFile(arrival: Arrival, file: File): Promise<string | undefined> {
  if (file.size > largest * 2 ** 20) return arrivalWords.tooLarge(largest);
  let text: string;
  try {
    text = await file.text();
  } catch {
    return arrivalWords.unreadableFile(file.name);
  }
  return /\.(md|markdown)$/i.test(file.name) ? arrival.openLesson(text) : arrival.openText(text);
}

/** From now on the whole page takes them. */
export function takeFiles(arrival: Arrival): void {
  const tell = async (opened: Promise<string | undefined>) => {
    const message = await opened;
    if (message !== undefined) told.value = { message };
  };
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void tell(openFile(arrival, file));
  });
  document.addEventListener('paste', (event) => {
    if (takesText(event.target)) return;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (file) void tell(openFile(arrival, file));
    else if (text.startsWith('{') || fragmentIn(text) || isLesson(text)) void tell(arrival.openText(text));
  });
}

/** What is pasted into a text that is being written belongs there, and what is pasted over an open dialog nowhere. */
const takesText = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null || (target instanceof Element && target.matches('input, textarea'));
