/** What the numbers of a document must be: undefined where one is, else what is expected, for the end of a sentence. */
import { countText } from '../../format/number';
import { editWords } from '../../format/strings/edit';

const { number } = editWords;

export const inWhole = (least: number, most: number) => (value: number) =>
  Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : number.whole(countText(least), countText(most));

export const notNegative = (value: number) => (value >= 0 ? undefined : number.notNegative);

export const positive = (value: number) => (value > 0 ? undefined : number.positive);

/** From 0 to below 1. */
export const belowOne = (value: number) => (value >= 0 && value < 1 ? undefined : number.belowOne);
