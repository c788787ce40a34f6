/** What the page says about links, files and kept work. */
const count = (n: number): string => n.toLocaleString('en');

export const arrivalWords = {
  readable: 'Open what is readable',
  replaying: (steps: number) => `Replaying ${count(steps)} steps, to open exactly what was kept…`,
  openHere: 'Open at the step reached',
  cancel: 'Cancel',
  aside: (keys: readonly string[], read: boolean) =>
    `A kept state of this page could not be read${read ? '; what is on screen is the one before it' : ''}. It is put aside in the browser’s storage as ${keys.join(', ')}.`,
  notKept:
    'This network is too large for the browser’s storage: it is not kept when the tab closes. Share offers it as a file.',
  tooLarge: (mebibytes: number) => `This file is larger than ${mebibytes} MiB, more than any document of this page.`,
  unreadableFile: (name: string) => `The file ${name} could not be read.`,
} as const;
