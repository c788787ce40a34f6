/** Digits as Unicode subscripts and superscripts, for places where only plain text can stand. */
const below = '₀₁₂₃₄₅₆₇₈₉';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export const lowered = (text: string): string => text.replace(/\d/g, (digit) => below[Number(digit)] ?? digit);

export const raised = (text: string): string =>
  text
    .replace(/\d/g, (digit) => above[Number(digit)] ?? digit)
    .replace('(', '⁽')
    .replace(')', '⁾')
    .replace('-', '⁻');
