import { canonical } from '../../scenario/canonical';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import { fileName } from './fileName';

/** Hands the bookmark to the reader as a file. */
export function saveFile(bookmark: Bookmark<WrittenScenario>): void {
  const address = URL.createObjectURL(new Blob([canonical(bookmark)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(bookmark.start.title ?? '');
  link.click();
  // Not at once: some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
