// Whatever JavaScript value stands wherever in a document or an argument: the engine computes from it or refuses it with
// a place and a sentence. It never traps, never answers with half a result, and works on as before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Engine, loadEngine, ScenarioError } from '../../web/src/engine';
import type { Scenario } from '../../web/src/scenario/types';
import { scenarios } from './networks';

const engine = await loadEngine();

/** The engine as a caller without types sees it. */
const untyped = engine as unknown as Record<keyof Engine, (...args: unknown[]) => unknown>;

const sound: Scenario = {
  version: 1,
  title: 'two layers',
  layers: [
    { activation: 'tanh', weights: [[0.4, -0.2]], biases: [0.1], frozen: { biases: true } },
    { activation: 'sigmoid', weights: [[0.7], [1.5]], frozen: { weights: [[true], [false]] } },
  ],
  examples: [
    { inputs: [1.2, -1], targets: [1, 0] },
    { inputs: [0.3, 2], targets: [0, 1] },
  ],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
};
const expected = engine.evaluate(sound);

const view = { axes: [{ layer: 0, unit: 0, input: 0 }], ranges: [[-1, 1]], resolution: 3 };
const dataset = { name: 'moons', count: 3, noise: 0.1, seed: 1 };

const calls: [string, (scenario: unknown) => unknown][] = [
  ['evaluate', (s) => untyped.evaluate(s)],
  ['derive', (s) => untyped.derive(s, { layer: 0, unit: 0, input: 0 })],
  ['gradient', (s) => untyped.gradient(s)],
  ['descend', (s) => untyped.descend(s, 3)],
  ['nudge', (s) => untyped.nudge(s, { layer: 0, unit: 0, input: 0 }, 0.1)],
  ['predict', (s) => untyped.predict(s, new Float64Array(2))],
];
/** Those that take longer: they run the network often. */
const longCalls: typeof calls = [
  ['check', (s) => untyped.check(s)],
  ['landscape', (s) => untyped.landscape(s, view)],
  ['initialise', (s) => untyped.initialise(s, { scheme: 'he', seed: 1 })],
  ['diagnose', (s) => untyped.diagnose(s)],
  ['slips', (s) => untyped.slips(s, view.axes[0])],
];

/** The refusal, or undefined when it answered. Anything else that is thrown is a failure of the engine. */
const refusalOf = (call: () => unknown): ScenarioError | undefined => {
  try {
    expect(call()).toBeTypeOf('object');
    return undefined;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.path).toBeTypeOf('string');
    expect(error.message).not.toBe('');
    return error;
  }
};
const worksOn = (): void => expect(engine.evaluate(sound)).toEqual(expected);

const throws = (): never => {
  throw new Error('from a trap');
};
const detached = (): Float64Array => {
  const array = new Float64Array([1, 2]);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
};
const revoked = (target: object): unknown => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const cyclic = (): unknown => {
  const list: unknown[] = [];
  list.push(list, list);
  return list;
};
const nested = (depth: number): unknown => {
  let list: unknown = 1;
  for (let k = 0; k < depth; k++) list = [list];
  return list;
};
class Weights extends Array<number> {}
class Layer {
  activation = 'relu';
  weights = [[1, 1]];
}

/** Values that stand where none of them belongs, each made anew since some break when used. */
const strange: Record<string, () => unknown> = {
  null: () => null,
  'an empty text': () => '',
  'a number as text': () => '1',
  'a long text': () => 'x'.repeat(1_000_000),
  'half a character': () => '\ud800',
  true: () => true,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a negative number': () => -1,
  'a fraction': () => 0.5,
  'a number beyond 32 bits': () => 2 ** 32,
  'a number beyond 53 bits': () => 2 ** 64,
  'a BigInt': () => 1n,
  'a symbol': () => Symbol('x'),
  'a function': () => () => 1,
  'a class': () => Layer,
  'an instance of a class': () => new Layer(),
  'a boxed number': () => Object(1),
  'a boxed text': () => Object('relu'),
  'something with valueOf': () => ({ valueOf: () => 1, toString: throws }),
  'a date': () => new Date(0),
  'a map': () => new Map([['weights', [[1]]]]),
  'a promise': () => Promise.resolve(1),
  'a regular expression': () => /relu/,
  'an empty object': () => ({}),
  'an object without prototype': () => Object.create(null),
  'an object with __proto__': () => JSON.parse('{ "__proto__": { "weights": [[1]] } }'),
  'an object with length': () => ({ length: 2, 0: 1, 1: 1 }),
  'an object with a huge length': () => ({ length: 2 ** 31, 0: 1 }),
  'an empty list': () => [],
  'a sparse list': () => new Array(2),
  'a list with a hole': () => Object.assign(new Array(2), [1]),
  'the longest list': () => new Array(2 ** 32 - 1),
  'a list of lists': () => [[1], [1]],
  'a deep list': () => nested(10_000),
  'a list of itself': cyclic,
  'a list of a subclass': () => Weights.from([1, 1]),
  'a list with other keys': () => Object.assign([1, 1], { more: 1 }),
  'a list of texts': () => ['1', '1'],
  'a list of BigInts': () => [1n, 1n],
  'a Float64Array': () => new Float64Array([1, 1]),
  'an Int8Array': () => new Int8Array([1, 1]),
  'a BigInt64Array': () => new BigInt64Array(2),
  'a detached Float64Array': detached,
  'an ArrayBuffer': () => new ArrayBuffer(16),
  'a SharedArrayBuffer': () => new SharedArrayBuffer(16),
  'a DataView': () => new DataView(new ArrayBuffer(16)),
  'a proxy of a list': () => new Proxy([1, 1], {}),
  'a revoked list': () => revoked([]),
  'a revoked object': () => revoked({}),
  'a proxy whose every trap throws': () =>
    new Proxy(
      {},
      { get: throws, has: throws, ownKeys: throws, getOwnPropertyDescriptor: throws, getPrototypeOf: throws },
    ),
  'a list whose every trap throws': () =>
    new Proxy([1, 1], { get: throws, has: throws, ownKeys: throws, getOwnPropertyDescriptor: throws }),
  'a list whose length throws': () =>
    new Proxy([1, 1], { get: (list, key) => (key === 'length' ? throws() : Reflect.get(list, key)) }),
  'a list that says it is longer than it is': () =>
    new Proxy([1, 1], { get: (list, key) => (key === 'length' ? 2 ** 30 : Reflect.get(list, key)) }),
  'a list that changes from look to look': () => {
    let looks = 0;
    return new Proxy([1, 1], {
      get: (list, key) => (key === 'length' ? 1 + (looks++ % 3) : looks++ % 2 ? 1 : Reflect.get(list, key)),
    });
  },
  'a list whose numbers throw': () => Object.defineProperty([1, 1], 1, { get: throws, enumerable: true }),
  'a list whose numbers call the engine': () =>
    Object.defineProperty([1, 1], 1, { get: () => engine.evaluate(sound).loss, enumerable: true }),
  'an object whose keys throw': () => Object.defineProperty({}, 'weights', { get: throws, enumerable: true }),
};

/** Every place of a plain document. */
const placesIn = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn((value as Record<string | number, unknown>)[key], [...path, key]))];
};

const withAt = (value: unknown, path: readonly (string | number)[], put: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  // Copying the longest list would end the process, which nothing can catch.
  if (Array.isArray(value) && value.length > 1_000) throw new RangeError('too long to copy');
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
};

describe.each(Object.entries(strange))('%s', (_, make) => {
  test('at any place of a document is refused at or above that place, or computed with', () => {
    for (const path of placesIn(sound)) {
      for (const [name, call] of [...calls, ...longCalls]) {
        const refusal = refusalOf(() => call(withAt(sound, path, make())));
        // A wrong list of numbers says so at the list or inside it; a list of another length upsets what fits to it.
        const place = path.join('.');
        const related = refusal?.path.startsWith(place) || place.startsWith(refusal?.path ?? '');
        const about = `${name}: ${place} was refused at "${refusal?.path}": ${refusal?.message}`;
        if (refusal && !/^(layers|examples)/.test(refusal.path)) expect(related, about).toBe(true);
      }
    }
    worksOn();
  });

  test('as any argument is refused by its name, or used', () => {
    const ref = { layer: 0, unit: 0, input: 0 };
    const others: [string, () => unknown][] = [
      ['example', () => untyped.evaluate(sound, make())],
      ['ref', () => untyped.derive(sound, make())],
      ['ref.layer', () => untyped.derive(sound, { ...ref, layer: make() })],
      ['ref.unit', () => untyped.derive(sound, { ...ref, unit: make() })],
      ['ref.input', () => untyped.derive(sound, { ...ref, input: make() })],
      ['ref.bias', () => untyped.derive(sound, { layer: 0, unit: 0, bias: make() })],
      ['example', () => untyped.derive(sound, ref, { example: make() })],
      ['paths', () => untyped.derive(sound, ref, { paths: make() })],
      ['steps', () => untyped.descend(sound, make())],
      ['ref', () => untyped.nudge(sound, make(), 0.1)],
      ['delta', () => untyped.nudge(sound, ref, make())],
      ['example', () => untyped.nudge(sound, ref, 0.1, make())],
      ['inputs', () => untyped.predict(sound, make())],
      ['', () => untyped.derive(sound, ref, make())],
      ['', () => untyped.landscape(sound, make())],
      ['', () => untyped.landscape(sound, { ...view, axes: make() })],
      ['axes', () => untyped.landscape(sound, { ...view, axes: [make()] })],
      ['ranges', () => untyped.landscape(sound, { ...view, ranges: make() })],
      ['ranges', () => untyped.landscape(sound, { ...view, ranges: [make()] })],
      ['resolution', () => untyped.landscape(sound, { ...view, resolution: make() })],
      ['', () => untyped.initialise(sound, make())],
      ['scheme', () => untyped.initialise(sound, { scheme: make(), seed: 1 })],
      ['seed', () => untyped.initialise(sound, { scheme: 'he', seed: make() })],
      ['dataset', () => untyped.examples(make())],
      ...Object.keys(dataset).map((key): [string, () => unknown] => [
        `dataset.${key}`,
        () => untyped.examples({ ...dataset, [key]: make() }),
      ]),
      ['ref', () => untyped.slips(sound, make())],
    ];
    for (const [name, call] of others) {
      const refusal = refusalOf(call);
      if (refusal)
        expect(refusal.path.startsWith(name.split('.')[0] ?? ''), `${name} was refused at "${refusal.path}"`).toBe(
          true,
        );
    }
    worksOn();
  });
});

test('any values at any places of any document are refused or computed with, never anything else', () => {
  // Made only when the document is: fast-check itself looks at the values it hands out.
  const anything = fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withTypedArray: true })
    .map((value) => () => value);
  const makers = fc.oneof(anything, fc.constantFrom(...Object.values(strange)));
  const spoiled = scenarios.chain((s) =>
    fc
      .array(fc.tuple(fc.constantFrom(...placesIn(s)), makers), { minLength: 1, maxLength: 3 })
      .map((changes) => () => changes.reduce<unknown>(withChange, s)),
  );
  fc.assert(
    fc.property(fc.oneof(makers, spoiled, spoiled, spoiled), (make) => {
      for (const [, call] of calls) refusalOf(() => call(make()));
    }),
    { numRuns: 1_000 },
  );
  worksOn();
});

/** The document as it was where what stands in it already cannot be copied. */
function withChange(document: unknown, [path, make]: readonly [readonly (string | number)[], () => unknown]): unknown {
  try {
    return withAt(document, path, make());
  } catch {
    return document;
  }
}

test('what is computed from a strange but sound document is what the plain one gives', () => {
  const twin: Scenario = new Proxy(structuredClone(sound), {});
  expect(engine.evaluate(twin)).toEqual(expected);
  const bare = Object.assign(Object.create(null), sound) as Scenario;
  expect(engine.evaluate(bare)).toEqual(expected);
  const sealed = Object.freeze(structuredClone(sound));
  expect(engine.evaluate(sealed)).toEqual(expected);
});
