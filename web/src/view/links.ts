/** The links of a chain: a factor, where it stands in the drawing and what leads to it, and which of them are lit. */
import type { Factor, Part, Quantity } from '../../../bindings/backprop';
import { inputOf, quantityOf, samePart, sameQuantity } from '../format/symbol';
import { isWeight } from '../scenario/refs';
import type { ParameterRef } from '../scenario/types';

/** A factor of the chosen derivation and the colour that it has everywhere. */
export interface Link extends Factor {
  readonly tint: number;
}

/** The colour of the link to the cost, and those of the links into the layers, in turn. */
const costTint = 3;
const layerTints = [0, 1, 2, 4, 5, 6];

/** A link keeps its colour whichever parameter is chosen, so that what two chains share looks the same in both. */
export const tintOf = (of: Quantity): number =>
  of.kind === 'C' ? costTint : (layerTints[(of.layer ?? 0) % layerTints.length] ?? costTint);

export const sameLink = (a: Part | undefined, b: Part | undefined): boolean =>
  a !== undefined && b !== undefined && samePart(a, b);

/** Whether a link is among those that are lit. */
export const isLit = (lit: readonly Part[], link: Part | undefined): boolean =>
  lit.some((part) => sameLink(part, link));
/** Whether what is lit, on the chosen chain or not, leads to `q`, or starts at it. */
export const leadsTo = (lit: readonly Part[], q: Quantity): boolean => lit.some(({ of }) => sameQuantity(of, q));
export const startsAt = (lit: readonly Part[], q: Quantity): boolean => lit.some(({ by }) => sameQuantity(by, q));

/** Whether a link that starts at a unit and leads to the cost itself is lit. */
export const isAnswered = (lit: readonly Part[], unit: Quantity): boolean =>
  lit.some(({ of, by }) => of.kind === 'C' && /[az]/.test(by.kind) && by.layer === unit.layer && by.unit === unit.unit);

/** Whether an input is lit: by itself, or by the factor of a weight that it is multiplied by. */
export const isInputLit = (lit: readonly Part[], input: Quantity): boolean =>
  lit.some(({ by }) => sameQuantity(by, input) || multiplies(input, by));

/** Whether this input of the network is what the weight multiplies. */
export const multiplies = (input: Quantity, by: Quantity): boolean =>
  by.kind === 'w' && sameQuantity(inputOf(by), input);

/** How strongly the cost answers a quantity: what lights up where that stands beside the chosen chain. */
export const costBy = (by: Quantity): Part => ({ of: { kind: 'C' }, by, value: Number.NaN });

/** The link that leads to `q` on the chosen chain. */
export const linkTo = (links: readonly Link[], q: Quantity): Link | undefined =>
  links.find((link) => sameQuantity(link.of, q));

/** The link that leads into a unit on the chosen chain: to its activation, or under softmax to its z. */
export const linkInto = (links: readonly Link[], { layer, unit }: { layer: number; unit: number }): Link | undefined =>
  linkTo(links, { kind: 'a', layer, unit }) ?? linkTo(links, { kind: 'z', layer, unit });

/** The link into a weight's unit from the unit before it, as it is carried by the edge between them. */
export const along = (at: ParameterRef): Part | undefined =>
  isWeight(at) && at.layer > 0
    ? {
        of: { kind: 'a', layer: at.layer, unit: at.unit },
        by: { kind: 'a', layer: at.layer - 1, unit: at.input },
        value: Number.NaN,
      }
    : undefined;

/** Whether one of these links runs along the edge of this parameter. */
export const carries = (links: readonly Part[], at: ParameterRef): boolean =>
  links.some((link) => link.of.layer === at.layer && link.of.unit === at.unit && runsAlong(link, at));

/** True when the link is the one that this parameter carries: from the parameter itself, or from the unit it comes from. */
export const runsAlong = ({ by }: Part, at: ParameterRef): boolean =>
  by.kind === 'a'
    ? isWeight(at) && by.layer === at.layer - 1 && by.unit === at.input
    : sameQuantity(by, quantityOf(at));
