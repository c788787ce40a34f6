import { strings } from '../../format/strings';
import { parseDocument } from '../../scenario/parse';
import type { Playground } from '../../state/playground';

/** Opens a document given as text. Returns what is wrong with it, or undefined; a bad one leaves everything as it was. */
export function openText(playground: Playground, text: string): string | undefined {
  const parsed = parseDocument(text);
  if (!parsed.ok) return strings.document.problem(parsed.path, parsed.message);
  playground.open(parsed.value, parsed.notices);
  const notice = playground.notice.value;
  return notice?.kind === 'refused' ? strings.document.problem(notice.path, notice.message) : undefined;
}
