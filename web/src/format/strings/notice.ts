/** What the page tells unasked. */
import type { Notice } from '../../state/notice';

export const noticeText = (
  notice: Notice,
  name: (n: { layer: number; unit: number; quantity: string }) => string,
): string => {
  switch (notice.kind) {
    case 'diverged':
      return `Stopped before step ${notice.step + 1}: it would make ${name(notice)} infinite. The learning rate is too large here.`;
    case 'refused':
      return `Not taken. ${notice.path ? `${notice.path}: ` : ''}${notice.message}`;
    case 'notes':
      return `Opened, with remarks: ${notice.notes.join(' ')}`;
    case 'told':
      return notice.sentences.join(' ');
  }
};
