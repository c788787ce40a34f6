/** The words of the Document dialog. */
export const documentWords = {
  heading: 'Document',
  lead: 'The network on screen as text. Change it, paste another, or open a file.',
  text: 'Document as JSON',
  open: 'Open',
  file: 'Open a file…',
  cancel: 'Close',
  drop: 'Drop a file anywhere on the page to open it.',
  problem: (path: string, message: string) => (path ? `${path}: ${message}` : message),
} as const;
