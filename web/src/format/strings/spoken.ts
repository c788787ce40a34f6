/** How symbols are told to ears. */
import { links } from './links';

export const sayings = {
  derivative: links.strength,
  cost: links.cost,
  it: 'it',
  of: { w: 'weight', b: 'bias', a: 'activation', z: 'z' },
  place: (layer: string, unit: string, input: string | undefined) =>
    `of layer ${layer}, unit ${unit}${input === undefined ? '' : `, input ${input}`}`,
} as const;
