// Random bookmarks of every kind: listed and named examples, all rules with their numbers, what they remember, flags.
import fc from 'fast-check';
import { remembers, ruleNumbers } from '../../../../web/src/scenario/names';
import { exampleCount } from '../../../../web/src/scenario/shape';
import type {
  Bookmark,
  Descent,
  DescentState,
  LayerNumbers,
  WrittenScenario,
} from '../../../../web/src/scenario/types';
import { bookmarks, finite, named } from '../documents';

const number = (min: number, max: number) =>
  fc.double({ min, max, maxExcluded: true, noNaN: true, noDefaultInfinity: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const belowOne = number(0, 1);
const atLeastZero = number(0, 1e308);

const ownNumbers: Readonly<Record<string, fc.Arbitrary<number>>> = {
  momentum: belowOne,
  beta1: belowOne,
  beta2: belowOne,
  smoothing: belowOne,
  epsilon: number(5e-324, 1),
  weightDecay: atLeastZero,
};

/** Shaped like the network; of squares where `positive`. */
const likeLayers = ({ layers }: Pick<WrittenScenario, 'layers'>, positive: boolean): fc.Arbitrary<LayerNumbers[]> => {
  const one = positive ? atLeastZero : finite;
  const listed = (count: number) => fc.array(one, { minLength: count, maxLength: count });
  return fc.tuple(
    ...layers.map(({ weights, biases }) =>
      fc
        .tuple(fc.tuple(...weights.map((row) => listed(row.length))), listed(biases?.length ?? 0))
        .map(([weights, list]) => ({ weights, ...(biases && { biases: list }) })),
    ),
  );
};

const stateOf = (s: WrittenScenario): fc.Arbitrary<DescentState> => {
  const used: readonly string[] = remembers[s.descent.rule];
  return fc.tuple(fc.nat(2_000_000), likeLayers(s, false), likeLayers(s, true)).map(([step, first, second]) => ({
    step,
    ...(used.includes('first') && { first }),
    ...(used.includes('second') && { second }),
  }));
};

/** Without what is default, the keys in order: as `parse` writes it. */
const descentOf = (s: WrittenScenario): fc.Arbitrary<Descent> => {
  const { rule, alpha } = s.descent;
  const defaults: Readonly<Record<string, number>> = ruleNumbers[rule];
  const own = Object.entries(ownNumbers).filter(([key]) => Object.hasOwn(defaults, key));
  return fc
    .record({
      own: fc.tuple(...own.map(([, arbitrary]) => maybe(arbitrary))),
      batch: maybe(fc.integer({ min: 1, max: exampleCount(s) })),
      seed: maybe(fc.integer({ min: 0, max: 4_294_967_295 })),
      l1: maybe(atLeastZero),
      l2: maybe(atLeastZero),
      state: fc.option(stateOf(s), { nil: undefined, freq: 3 }),
    })
    .map(({ own: numbers, batch, seed, l1, l2, state }) => ({
      rule,
      alpha,
      ...Object.fromEntries(
        own.flatMap(([key], k) => {
          const value = numbers[k];
          return value === undefined || value === defaults[key] ? [] : [[key, value]];
        }),
      ),
      ...(batch !== undefined && { batch }),
      ...(seed !== undefined && { seed }),
      ...(l1 && { l1 }),
      ...(l2 && { l2 }),
      ...(state && { state }),
    }));
};

/** Whatever a title may hold: marks that separate, other scripts, half characters. */
const title = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.string({ minLength: 1, unit: fc.constantFrom(...'&=%+#?;,. \n"<>éα😀\ud800\\'.split('')) }),
);

const withDataset = fc.tuple(bookmarks, named).map(
  ([bookmark, start]): Bookmark<WrittenScenario> => ({
    ...bookmark,
    start,
    example: bookmark.example % start.dataset.count,
    pick: { layer: 0, unit: 0, input: 1 },
  }),
);

export const anyBookmark: fc.Arbitrary<Bookmark<WrittenScenario>> = fc
  .oneof({ arbitrary: bookmarks, weight: 3 }, { arbitrary: withDataset, weight: 1 })
  .chain((bookmark) =>
    fc.tuple(descentOf(bookmark.start), maybe(title)).map(([descent, text]) => {
      const { version, title: first, ...rest } = bookmark.start;
      const own = text ?? first;
      return { ...bookmark, start: { version, ...(own && { title: own }), ...rest, descent } as WrittenScenario };
    }),
  );
