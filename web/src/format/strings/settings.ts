/** The words of the Settings dialog. */
import type { Notation } from '../../scenario/types';

export const settings = {
  heading: 'Settings',
  rate: 'Learning rate',
  cost: 'Cost',
  decimal: 'Decimal',
  decimals: { '.': 'point 0.5', ',': 'comma 0,5' } satisfies Record<Notation['decimal'], string>,
  digits: 'Significant digits',
  close: 'Done',
} as const;
