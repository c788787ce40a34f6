/** How symbols are told to ears. */
import { linkWords } from './links';

export const spokenWords = {
  derivative: linkWords.strength,
  cost: linkWords.cost,
  it: 'it',
  of: { w: 'weight', b: 'bias', a: 'activation', z: 'z' },
  place: (layer: string, unit: string, input: string | undefined) =>
    `of layer ${layer}, unit ${unit}${input === undefined ? '' : `, input ${input}`}`,
} as const;
