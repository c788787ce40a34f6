/** The words of the Settings dialog. */
import type { Notation } from '../../scenario/types';
import type { Theme } from '../themes';

export const settingsWords = {
  heading: 'Settings',
  rate: 'Learning rate',
  cost: 'Cost',
  decimal: 'Decimal',
  decimals: { '.': 'point 0.5', ',': 'comma 0,5' } satisfies Record<Notation['decimal'], string>,
  digits: 'Significant digits',
  theme: 'Appearance',
  themes: { auto: 'as the system', light: 'light', dark: 'dark', projector: 'projector' } satisfies Record<
    Theme,
    string
  >,
  close: 'Done',
} as const;
