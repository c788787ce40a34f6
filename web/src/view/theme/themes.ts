import { signal } from '@preact/signals';

/** Where the reader's choice is kept. */
export const themeKey = 'backprop-playground.theme';

/** Digits for which a drawing leaves room although they are not written: where the theme sets all text larger. */
export const extraRoom = signal(0);
