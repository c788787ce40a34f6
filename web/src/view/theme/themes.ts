/** Where the reader's choice is kept. */
export const themeKey = 'backprop-playground.theme';
