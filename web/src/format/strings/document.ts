/** The words of the Document dialog. */
export const documentWords = {
  heading: 'Document',
  /** What is there is not what is on screen, but where the run to it began. */
  lead: (steps: string | undefined) =>
    `The network on screen as text${steps === undefined ? '' : `: its start, and the steps taken from there (${steps})`}. Change it, paste another, or open a file.`,
  text: 'Document as JSON',
  open: 'Open',
  file: 'Open a file…',
  cancel: 'Close',
  drop: 'Drop a file anywhere on the page to open it.',
  problem: (path: string, message: string) => (path ? `${path}: ${message}` : message),
} as const;
