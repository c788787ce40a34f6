// Random documents in canonical form: what `parse` gives and edits keep.
import fc from 'fast-check';
import { withFrozen } from '../../../web/src/scenario/editsOfFlags';
import { activations, costs, datasets, decimals, losses, rates, rules } from '../../../web/src/scenario/names';
import { parameters } from '../../../web/src/scenario/refs';
import type { Bookmark, Layer, NamedScenario, Ref, Scenario } from '../../../web/src/scenario/types';

/** An object as the page makes it, not one without a prototype. */
const record = <T extends object>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(members, { noNullPrototype: true }) as fc.Arbitrary<T>;

/** Any finite number, −0 among them. */
export const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const numbers = (count: number) => fc.array(finite, { minLength: count, maxLength: count });

const layer = (inputs: number, units: number): fc.Arbitrary<Layer> =>
  record({
    activation: fc.constantFrom(...activations),
    weights: fc.array(numbers(inputs), { minLength: units, maxLength: units }),
    biases: fc.option(numbers(units)),
  }).map(({ biases, ...rest }) => (biases ? { ...rest, biases } : rest));

const network = (widths: readonly number[]): fc.Arbitrary<Scenario> =>
  record({
    title: fc.option(fc.string({ minLength: 1 })),
    layers: fc.tuple(...widths.slice(1).map((units, k) => layer(widths[k] ?? 1, units))),
    examples: fc.array(record({ inputs: numbers(widths[0] ?? 1), targets: numbers(widths.at(-1) ?? 1) }), {
      minLength: 1,
      maxLength: 3,
    }),
    loss: fc.constantFrom(...losses),
    descent: record({
      rule: fc.constantFrom(...rules),
      alpha: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    }),
  })
    .map(({ title, ...rest }) => ({ version: 1 as const, ...(title !== null && { title }), ...rest }))
    .map(softmaxLast);

/** Softmax may stand in the last layer only, and cross_entropy needs it there. */
const softmaxLast = (s: Scenario): Scenario => {
  const last = s.layers.length - 1;
  const layers = s.layers.map((layer, k): Layer => {
    if (k === last && s.loss === 'cross_entropy') return { ...layer, activation: 'softmax' };
    return k < last && layer.activation === 'softmax' ? { ...layer, activation: 'tanh' } : layer;
  });
  return { ...s, layers };
};

/** Some of the parameters frozen. */
const frozen = (s: Scenario): fc.Arbitrary<Scenario> =>
  fc
    .oneof(fc.constant([]), fc.subarray(parameters(s)), fc.constant(parameters(s)))
    .map((refs) => refs.reduce((document, ref) => withFrozen(document, ref, true), s));

/** Dense networks of one to four layers of up to four units, with up to three examples. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 })
  .chain(network)
  .chain(frozen);

/** Documents that name a data set. */
export const named: fc.Arbitrary<NamedScenario> = fc
  .array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 })
  .chain((widths) => network([2, ...widths, 1]))
  .chain(({ examples: _, ...rest }) =>
    record({
      name: fc.constantFrom(...datasets),
      count: fc.integer({ min: 1, max: 10_000 }),
      noise: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    }).map((dataset) => ({ ...rest, dataset })),
  );

const refs = (s: Scenario): Ref[] => [
  ...parameters(s),
  ...s.layers.flatMap(({ weights }, layer) => weights.map((_, unit) => ({ layer, unit }))),
];

export const bookmarks: fc.Arbitrary<Bookmark> = scenarios.chain((start) =>
  record({
    version: fc.constant<1>(1),
    start: fc.constant(start),
    steps: fc.integer({ min: 0, max: 1_000_000 }),
    example: fc.integer({ min: 0, max: start.examples.length - 1 }),
    pick: fc.constantFrom(...refs(start)),
    notation: record({
      rate: fc.constantFrom(...rates),
      cost: fc.constantFrom(...costs),
      decimal: fc.constantFrom(...decimals),
      digits: fc.integer({ min: 2, max: 17 }),
    }),
  }),
);
