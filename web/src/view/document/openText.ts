import { documentWords } from '../../format/strings/document';
import { parseDocument } from '../../scenario/parse';
import type { Playground } from '../../state/playground';

/** Opens a document given as text. Returns what is wrong with it, or undefined; a bad one leaves everything as it was. */
export function openText(playground: Playground, text: string): string | undefined {
  const parsed = parseDocument(text);
  if (!parsed.ok) return documentWords.problem(parsed.path, parsed.message);
  playground.open(parsed.value, parsed.notices);
  const notice = playground.notice.value;
  return notice?.kind === 'refused' ? documentWords.problem(notice.path, notice.message) : undefined;
}
