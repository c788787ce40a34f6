/** The words of the Share dialog. */
const count = (n: number): string => n.toLocaleString('en');

export const shareWords = {
  heading: 'Share',
  lead: 'The link opens exactly what is on screen: every weight to its last bit, the step, the shown example, the choice, the notation.',
  rebased:
    'The steps that led here would take more than a second to replay. The link and the file start at the network on screen instead: it opens exactly, as step 0 and without the cost curve.',
  form: 'Form of the link',
  forms: { readable: 'readable', packed: 'packed' },
  formHints: {
    readable: 'Every number can be read, and edited by hand after deleting “crc=…&”.',
    packed: 'Shorter for large networks; holds the same.',
  },
  link: 'Link',
  length: (n: number) => `${count(n)} characters`,
  long: (n: number) =>
    `This link has ${count(n)} characters. Mail and chat programs may cut it: send the file instead, which holds the same.`,
  noLink: 'This network is too large for a link. The file holds all of it.',
  copy: 'Copy link',
  copied: 'Copied.',
  copyByHand: 'The browser does not let the page copy. The link is selected: press Ctrl+C (⌘C).',
  qr: (title: string) => `QR code of the link${title ? ` to “${title}”` : ''}`,
  qrHint: 'Point a phone’s camera at it.',
  noQr: (most: number) => `A link of up to ${most} characters has a QR code here.`,
  file: 'Save as a file',
  fileHint: 'Opens by dropping it on the page, or from Document.',
  untitled: 'network',
  close: 'Done',
} as const;
