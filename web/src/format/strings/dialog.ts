/** The words around every dialog. */
export const dialogWords = {
  close: 'Close',
} as const;
