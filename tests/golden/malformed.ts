/**
 * Documents that are not quite right, and what each door says: `parse`, which drops unknown keys with a notice, and the
 * engine, which others call without `parse` and which checks everything itself. Where both refuse, they name the same
 * place with the same sentence.
 */
export interface Malformed {
  /** Completes "a document …". */
  readonly name: string;
  readonly document: unknown;
  /** Of the refusal, or of the key the notice names; '' for the document itself. */
  readonly path: string;
  readonly parse: 'ok' | 'notice' | 'refused';
  readonly engine: 'ok' | 'refused';
  /** The sentence of every door that refuses. */
  readonly message?: string | RegExp;
}

/** A network of 2 inputs, 3 units and 1 unit, with two examples: enough for every length to be another. */
const sound = {
  version: 1,
  layers: [
    {
      activation: 'tanh',
      weights: [
        [0.1, 0.2],
        [0.3, 0.4],
        [0.5, 0.6],
      ],
      biases: [0.01, 0.02, 0.03],
    },
    { activation: 'sigmoid', weights: [[0.7, 0.8, 0.9]] },
  ],
  examples: [
    { inputs: [1, 2], targets: [1] },
    { inputs: [3, 4], targets: [0] },
  ],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.1 },
};

type Json = { [key: string]: unknown };

/** The object that holds the last key of a dotted path, in a copy of the sound document. */
function opened(path: string): { document: unknown; holder: Json; key: string } {
  const document: unknown = structuredClone(sound);
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  const holder = keys.reduce((value, step) => (value as Json)[step], document) as Json;
  return { document, holder, key };
}

/** The sound document with another value at one place. */
function at(path: string, value: unknown): unknown {
  const { document, holder, key } = opened(path);
  // Not by assignment: `__proto__` is to be a key like any other, as JSON.parse makes it.
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return document;
}

/** The sound document with one key less. */
function without(path: string): unknown {
  const { document, holder, key } = opened(path);
  delete holder[key];
  return document;
}

/** A document that both doors refuse. */
const refused = (name: string, document: unknown, path: string, message: string | RegExp): Malformed => ({
  name,
  document,
  path,
  parse: 'refused',
  engine: 'refused',
  message,
});

const wrong = (name: string, path: string, value: unknown, message: string | RegExp): Malformed =>
  refused(name, at(path, value), path, message);

/** A list with one item less and the same length; its path is that of the hole. */
function hole(name: string, path: string, index: number, message: string): Malformed {
  const { document, holder, key } = opened(path);
  delete (holder[key] as unknown[])[index];
  return refused(`with a hole in ${name}`, document, `${path}.${index}`, message);
}

const unknownKey = (name: string, path: string, value: unknown, found = path): Malformed => ({
  name,
  document: at(path, value),
  path: found,
  parse: 'notice',
  engine: 'refused',
});

const fine = (name: string, document: unknown): Malformed => ({ name, document, path: '', parse: 'ok', engine: 'ok' });

const filled = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);

const layer = (units: number, inputs: number) => ({
  activation: 'relu',
  weights: filled(units, filled(inputs, 0.1)),
});

/** A network of these widths, the inputs first. */
const network = (...widths: number[]) => ({
  ...sound,
  layers: widths.slice(1).map((units, k) => layer(units, widths[k] ?? 0)),
  examples: [{ inputs: filled(widths[0] ?? 0, 1), targets: filled(widths.at(-1) ?? 0, 1) }],
});

class Versioned {
  version = 1;
}

const shapeless: Malformed[] = [
  refused('that is nothing', undefined, '', /^expects an object, got nothing$/),
  refused('that is null', null, '', /^expects an object, got null$/),
  refused('that is a number', 7, '', /^expects an object, got a number$/),
  refused('that is text', 'network', '', /^expects an object, got text$/),
  refused('that is a list', [sound], '', /^expects an object, got a list$/),
  refused('that is a function', () => sound, '', /^expects an object, got something else$/),
  refused('that is empty', {}, 'version', 'is missing'),
  refused('that is a Map', new Map(Object.entries(sound)), 'version', 'is missing'),
  refused('of another class with nothing but a version', new Versioned(), 'layers', 'is missing'),
];

const missing: Malformed[] = [
  'version',
  'layers',
  'layers.1.activation',
  'layers.0.weights',
  'examples',
  'examples.1.inputs',
  'examples.0.targets',
  'loss',
  'descent',
  'descent.rule',
  'descent.alpha',
].flatMap((path) => [
  refused(`without ${path}`, without(path), path, 'is missing'),
  refused(`with nothing at ${path}`, at(path, undefined), path, 'is missing'),
]);

const types: Malformed[] = [
  wrong('of version 2', 'version', 2, 'expects 1, got 2'),
  wrong('of version 1.5', 'version', 1.5, 'expects 1, got 1.5'),
  wrong('of version NaN', 'version', Number.NaN, 'expects 1, got NaN'),
  wrong('whose version is text', 'version', '1', 'expects 1, got "1"'),
  wrong('whose version is true', 'version', true, 'expects 1, got true or false'),
  wrong('whose title is a number', 'title', 3, 'expects text, got a number'),
  wrong('whose title is null', 'title', null, 'expects text, got null'),
  wrong('whose layers are an object', 'layers', { 0: sound.layers[0] }, 'expects a list, got an object'),
  wrong('whose layers are null', 'layers', null, 'expects a list, got null'),
  wrong('with a layer that is null', 'layers.0', null, 'expects an object, got null'),
  wrong('with a layer that is a list', 'layers.1', [[0.7, 0.8, 0.9]], 'expects an object, got a list'),
  wrong('whose weights are a number', 'layers.1.weights', 0.7, 'expects a list, got a number'),
  wrong('whose weights are text', 'layers.1.weights', 'abc', 'expects a list, got text'),
  wrong('whose row is a number', 'layers.1.weights.0', 0.7, 'expects a list, got a number'),
  wrong(
    'whose row only looks like a list',
    'layers.1.weights.0',
    { length: 3, 0: 1, 1: 2, 2: 3 },
    'expects a list, got an object',
  ),
  wrong('whose row is a typed array', 'layers.1.weights.0', new Float64Array(3), 'expects a list, got an object'),
  wrong('whose biases are a number', 'layers.0.biases', 0.5, 'expects a list, got a number'),
  wrong('whose biases are null', 'layers.0.biases', null, 'expects a list, got null'),
  wrong('whose examples are an object', 'examples', sound.examples[0], 'expects a list, got an object'),
  wrong('with an example that is a list', 'examples.1', [1, 2], 'expects an object, got a list'),
  wrong('whose inputs are a number', 'examples.0.inputs', 1, 'expects a list, got a number'),
  wrong('whose targets are null', 'examples.0.targets', null, 'expects a list, got null'),
  wrong('whose loss is a number', 'loss', 1, /^expects one of squared_error, .*, got 1$/),
  wrong('whose descent is text', 'descent', 'gradient_descent', 'expects an object, got text'),
  wrong('whose descent is a list', 'descent', [], 'expects an object, got a list'),
  wrong('whose frozen is true', 'layers.0.frozen', true, 'expects an object, got true or false'),
  wrong('whose frozen is null', 'layers.0.frozen', null, 'expects an object, got null'),
];

/** Places where a finite number belongs. */
const numberPlaces = [
  'layers.0.weights.2.1',
  'layers.0.biases.1',
  'examples.1.inputs.0',
  'examples.1.targets.0',
  'descent.alpha',
];

const numbers: Malformed[] = [
  ...numberPlaces.flatMap((path) => [
    wrong(`with NaN at ${path}`, path, Number.NaN, 'expects a finite number'),
    wrong(`with Infinity at ${path}`, path, Number.POSITIVE_INFINITY, 'expects a finite number'),
    wrong(`with −Infinity at ${path}`, path, Number.NEGATIVE_INFINITY, 'expects a finite number'),
    wrong(`with text at ${path}`, path, '1', 'expects a number, got text'),
    wrong(`with null at ${path}`, path, null, 'expects a number, got null'),
    wrong(`with true at ${path}`, path, true, 'expects a number, got true or false'),
    wrong(`with a list at ${path}`, path, [1], 'expects a number, got a list'),
    wrong(`with an object at ${path}`, path, {}, 'expects a number, got an object'),
    wrong(`with a big integer at ${path}`, path, 1n, 'expects a number, got something else'),
  ]),
  wrong('with a negative alpha', 'descent.alpha', -0.1, 'expects a number of at least 0'),
  hole('its row', 'layers.0.weights.0', 1, 'expects a number, got nothing'),
  hole('its weights', 'layers.0.weights', 1, 'expects a list, got nothing'),
  hole('its layers', 'layers', 1, 'expects an object, got nothing'),
  hole('its examples', 'examples', 0, 'expects an object, got nothing'),
  hole('its targets', 'examples.1.targets', 0, 'expects a number, got nothing'),
];

const names: Malformed[] = [
  wrong('with an unknown activation', 'layers.0.activation', 'swish', /^expects one of identity, .*, got "swish"$/),
  wrong('with an activation in capitals', 'layers.0.activation', 'ReLU', /^expects one of identity, .*, got "ReLU"$/),
  wrong('with an activation that objects inherit', 'layers.0.activation', 'toString', /got "toString"$/),
  wrong('with the activation __proto__', 'layers.0.activation', '__proto__', /got "__proto__"$/),
  wrong('with an activation in a list', 'layers.0.activation', ['relu'], /got a list$/),
  wrong('with an empty activation', 'layers.0.activation', '', /got ""$/),
  wrong('with an unknown loss', 'loss', 'hinge', /^expects one of squared_error, .*, got "hinge"$/),
  wrong('with an unknown rule', 'descent.rule', 'newton', /got "newton"$/),
  wrong('with a rule that is true', 'descent.rule', true, /got true or false$/),
];

const lengths: Malformed[] = [
  wrong('without a layer', 'layers', [], 'expects 1 to 16 layers, got 0'),
  refused('of 17 layers', network(...filled(18, 1)), 'layers', 'expects 1 to 16 layers, got 17'),
  wrong('with a layer of no units', 'layers.0.weights', [], 'expects 1 to 64 units, got 0'),
  refused('with a layer of 65 units', network(2, 65, 1), 'layers.0.weights', 'expects 1 to 64 units, got 65'),
  refused('of 65 inputs', network(65, 1), 'layers.0.weights.0', 'expects 1 to 64 numbers, got 65'),
  refused('of no inputs', network(0, 1), 'layers.0.weights.0', 'expects 1 to 64 numbers, got 0'),
  refused(
    'of 20,480 parameters',
    network(64, 64, 64, 64, 64, 64),
    'layers',
    'expects at most 20000 parameters, got 20480',
  ),
  wrong('whose second row is short', 'layers.0.weights.1', [0.3], 'expects 2 numbers, got 1'),
  wrong('whose second row is long', 'layers.0.weights.1', [0.3, 0.4, 0.5], 'expects 2 numbers, got 3'),
  wrong('whose second row is empty', 'layers.0.weights.1', [], 'expects 2 numbers, got 0'),
  wrong('whose second layer expects too few', 'layers.1.weights.0', [0.7, 0.8], 'expects 3 numbers, got 2'),
  wrong('whose second layer expects too many', 'layers.1.weights.0', filled(65, 0.1), 'expects 3 numbers, got 65'),
  wrong('with a bias too few', 'layers.0.biases', [0.1, 0.2], 'expects 3 numbers, got 2'),
  wrong('with a bias too many', 'layers.1.biases', [0.1, 0.2], 'expects 1 number, got 2'),
  wrong('with an empty list of biases', 'layers.0.biases', [], 'expects 3 numbers, got 0'),
  wrong('without an example', 'examples', [], 'expects 1 to 10000 examples, got 0'),
  wrong('of 10,001 examples', 'examples', filled(10_001, sound.examples[0]), 'expects 1 to 10000 examples, got 10001'),
  wrong('of countless examples', 'examples', new Array(2 ** 32 - 1), 'expects 1 to 10000 examples, got 4294967295'),
  wrong('of countless layers', 'layers', new Array(2 ** 32 - 1), 'expects 1 to 16 layers, got 4294967295'),
  wrong('of countless units', 'layers.0.weights', new Array(2 ** 32 - 1), 'expects 1 to 64 units, got 4294967295'),
  wrong('with an input too few', 'examples.1.inputs', [3], 'expects 2 numbers, got 1'),
  wrong('with an input too many', 'examples.1.inputs', [3, 4, 5], 'expects 2 numbers, got 3'),
  wrong('with two targets for one output', 'examples.0.targets', [1, 0], 'expects 1 number, got 2'),
  wrong('without targets', 'examples.0.targets', [], 'expects 1 number, got 0'),
];

const flags = [
  [true, false],
  [false, false],
  [true, true],
];

/** A layer of the sound document with something frozen; the place is one inside `frozen`. */
const freezes = (name: string, layer: number, value: unknown, place: string, message: string): Malformed =>
  refused(name, at(`layers.${layer}.frozen`, value), `layers.${layer}.frozen.${place}`, message);

/** The sound document with another way down. */
const descending = (descent: object) => at('descent', { alpha: 0.1, ...descent });
const misled = (name: string, descent: object, place: string, message: string | RegExp): Malformed =>
  refused(name, descending(descent), `descent.${place}`, message);

const zeros = sound.layers.map(({ weights, biases }) => ({
  weights: weights.map((row) => row.map(() => 0)),
  ...(biases && { biases: biases.map(() => 0) }),
}));
const negativeSquare = [zeros[0], { weights: [[0, -1, 0]] }];

const descents: Malformed[] = [
  misled(
    'with a momentum that plain descent does not use',
    { rule: 'gradient_descent', momentum: 0.5 },
    'momentum',
    'is not used by gradient_descent',
  ),
  misled('with a beta that rmsprop does not use', { rule: 'rmsprop', beta1: 0.5 }, 'beta1', 'is not used by rmsprop'),
  misled('with a momentum of 1', { rule: 'momentum', momentum: 1 }, 'momentum', 'expects a number from 0 to below 1'),
  misled('with an epsilon of 0', { rule: 'adam', epsilon: 0 }, 'epsilon', 'expects a number above 0'),
  misled(
    'with a negative weight decay',
    { rule: 'adamw', weightDecay: -1 },
    'weightDecay',
    'expects a number of at least 0',
  ),
  misled('with an empty batch', { rule: 'gradient_descent', batch: 0 }, 'batch', /^expects a whole number from 1 to /),
  misled(
    'with a batch of more examples than there are',
    { rule: 'gradient_descent', batch: 3 },
    'batch',
    /^expects a whole number from 1 to /,
  ),
  misled(
    'with half a seed',
    { rule: 'gradient_descent', seed: 0.5 },
    'seed',
    /^expects a whole number from 0 to 4294967295/,
  ),
  misled('with a negative penalty', { rule: 'gradient_descent', l1: -1 }, 'l1', 'expects a number of at least 0'),
  misled(
    'that remembers what plain descent does not',
    { rule: 'gradient_descent', state: { step: 1, first: zeros } },
    'state.first',
    'is not used by gradient_descent',
  ),
  misled('that forgot its squares', { rule: 'adam', state: { step: 1, first: zeros } }, 'state.second', 'is missing'),
  misled(
    'that remembers one layer of two',
    { rule: 'momentum', state: { step: 1, first: zeros.slice(1) } },
    'state.first',
    'expects 2 layers, got 1',
  ),
  misled(
    'with more steps behind it than can be counted',
    { rule: 'momentum', state: { step: 1e16, first: zeros } },
    'state.step',
    /^expects a whole number from 0 to 900719925474099\d, got 10000000000000000$/,
  ),
  misled(
    'with half a step behind it',
    { rule: 'momentum', state: { step: 0.5, first: zeros } },
    'state.step',
    /^expects a whole number from 0 to 900719925474099\d, got 0\.5$/,
  ),
  misled(
    'with a negative square',
    { rule: 'adagrad', state: { step: 1, second: negativeSquare } },
    'state.second.1.weights.0.1',
    'expects a number of at least 0',
  ),
  fine('that goes down by momentum', descending({ rule: 'momentum', momentum: 0.5 })),
  fine(
    'that goes down in seeded batches with penalties',
    descending({ rule: 'adam', batch: 1, seed: 7, l1: 0.1, l2: 0.2 }),
  ),
];

const frozen: Malformed[] = [
  freezes('whose frozen weights are false', 0, { weights: false }, 'weights', 'expects a list, got true or false'),
  freezes('whose frozen weights are null', 0, { weights: null }, 'weights', 'expects a list, got null'),
  freezes('whose frozen biases are 1', 0, { biases: 1 }, 'biases', 'expects a list, got a number'),
  freezes(
    'whose frozen weights are one flat list',
    0,
    { weights: [true, true, true] },
    'weights.0',
    'expects a list, got true or false',
  ),
  freezes('with a frozen row too few', 0, { weights: flags.slice(1) }, 'weights', 'expects 3 rows, got 2'),
  freezes(
    'with a short frozen row',
    0,
    { weights: [[true], ...flags.slice(1)] },
    'weights.0',
    'expects 2 flags, got 1',
  ),
  freezes(
    'with a frozen flag that is 1',
    0,
    { weights: [[true, 1], ...flags.slice(1)] },
    'weights.0.1',
    'expects true or false, got a number',
  ),
  freezes('with a frozen bias too few', 0, { biases: [true] }, 'biases', 'expects 3 flags, got 1'),
  freezes(
    'with a frozen bias that is null',
    0,
    { biases: [true, null, true] },
    'biases.1',
    'expects true or false, got null',
  ),
  freezes('that freezes biases it does not have', 1, { biases: true }, 'biases', 'the layer has no biases'),
  freezes('that freezes one bias it does not have', 1, { biases: [true] }, 'biases', 'the layer has no biases'),
];

const circle = { name: 'circle', count: 10, noise: 0.1, seed: 1 };

/** The sound document with a data set in place of its examples. */
const learning = (dataset: unknown, more: object = {}): unknown => {
  const { examples: _, ...rest } = sound;
  return { ...rest, dataset, ...more };
};
const mistaught = (name: string, dataset: unknown, place: string, message: string | RegExp): Malformed =>
  refused(name, learning(dataset), place === '' ? 'dataset' : `dataset.${place}`, message);

const datasets: Malformed[] = [
  refused('with examples and a data set', at('dataset', circle), 'dataset', 'expects examples or a dataset, got both'),
  mistaught('with a data set that is null', null, '', 'expects an object, got null'),
  mistaught('with a data set that is a name', 'circle', '', 'expects an object, got text'),
  mistaught('with a list of data sets', [circle], '', 'expects an object, got a list'),
  ...Object.keys(circle).map((key) =>
    mistaught(`with a data set without ${key}`, { ...circle, [key]: undefined }, key, 'is missing'),
  ),
  mistaught('with an unknown data set', { ...circle, name: 'sun' }, 'name', /^expects one of circle, .*, got "sun"$/),
  mistaught('with a data set whose name is 1', { ...circle, name: 1 }, 'name', /^expects one of circle, .*, got 1$/),
  mistaught(
    'with a data set of no points',
    { ...circle, count: 0 },
    'count',
    'expects a whole number from 1 to 10000, got 0',
  ),
  mistaught(
    'with a data set of 10,001 points',
    { ...circle, count: 10_001 },
    'count',
    'expects a whole number from 1 to 10000, got 10001',
  ),
  mistaught('with a data set of text points', { ...circle, count: '10' }, 'count', 'expects a number, got text'),
  mistaught('with less than no noise', { ...circle, noise: -0.1 }, 'noise', 'expects a number of at least 0'),
  mistaught('with noise that is infinite', { ...circle, noise: 1 / 0 }, 'noise', 'expects a finite number'),
  mistaught(
    'with a data set of half a seed',
    { ...circle, seed: 0.5 },
    'seed',
    'expects a whole number from 0 to 4294967295, got 0.5',
  ),
  refused(
    'with a data set for a network of 3 inputs',
    learning(circle, { layers: network(3, 1).layers }),
    'dataset',
    'needs a network with 2 inputs, got 3',
  ),
  refused(
    'with a data set for a network of 2 outputs',
    learning(circle, { layers: network(2, 2).layers }),
    'dataset',
    'needs a network with 1 output, got 2',
  ),
  refused(
    'with a batch of more points than its data set has',
    learning(circle, { descent: { rule: 'gradient_descent', alpha: 0.1, batch: 11 } }),
    'descent.batch',
    'expects a whole number from 1 to 10, got 11',
  ),
  {
    name: 'with a colour for its data set',
    document: learning({ ...circle, colour: 'red' }),
    path: 'dataset.colour',
    parse: 'notice',
    engine: 'refused',
  },
  fine('with a data set', learning(circle)),
  fine('with a data set, and examples that are undefined', learning(circle, { examples: undefined })),
  fine('with a data set in batches', learning(circle, { descent: { rule: 'adam', alpha: 0.1, batch: 10, seed: 3 } })),
  ...['circle', 'xor', 'gauss', 'spiral', 'moons', 'plane', 'and_table', 'or_table', 'xor_table'].map((name) =>
    fine(`with the data set ${name}`, learning({ ...circle, name })),
  ),
];

const unknownKeys: Malformed[] = [
  unknownKey('with an author', 'author', 'Ada'),
  unknownKey('with a learning rate beside alpha', 'descent.learningRate', 0.1),
  unknownKey('with a name for a layer', 'layers.0.name', 'hidden'),
  unknownKey('with a bias in the singular', 'layers.1.bias', [0.1]),
  unknownKey('with a weighted example', 'examples.1.weight', 2),
  unknownKey(
    'with frozen activations',
    'layers.0.frozen',
    { weights: true, activations: true },
    'layers.0.frozen.activations',
  ),
  unknownKey('with an unknown key that holds null', 'note', null),
  unknownKey('with an empty key', 'descent.', 1),
  unknownKey('with a key of its own called __proto__', '__proto__', { version: 2 }),
  unknownKey('with __proto__ in a layer', 'layers.0.__proto__', { activation: 'relu' }),
  unknownKey('with a key called constructor', 'constructor', { prototype: {} }),
  unknownKey('with a key called toString', 'examples.0.toString', 'text'),
  unknownKey('with a toJSON that lies', 'toJSON', () => ({})),
];

const inherits = (of: object): unknown => Object.create(of);

const inherited: Malformed[] = [
  refused('that inherits everything and has nothing', inherits(sound), 'version', 'is missing'),
  refused(
    'that inherits its loss',
    Object.assign(inherits({ loss: sound.loss }) as object, without('loss')),
    'loss',
    'is missing',
  ),
  refused(
    'with a layer that inherits its weights',
    at('layers.1', Object.assign(inherits(sound.layers[1] as object) as object, { activation: 'relu' })),
    'layers.1.weights',
    'is missing',
  ),
  fine('without a prototype', Object.assign(Object.create(null), sound)),
];

const fineAfterAll: Malformed[] = [
  fine('that is sound', sound),
  fine('with an empty title', at('title', '')),
  fine('with a title in any writing', at('title', '<b>Σ</b> "ε" \u202e\u0000')),
  fine('with alpha 0', at('descent.alpha', 0)),
  fine('with alpha −0', at('descent.alpha', -0)),
  fine('with the largest and the smallest numbers', at('layers.0.weights.0', [Number.MAX_VALUE, -Number.MIN_VALUE])),
  fine('with undefined where a key may be absent', at('layers.0.biases', undefined)),
  fine('with an undefined title', at('title', undefined)),
  fine('with an empty frozen', at('layers.0.frozen', {})),
  fine('with some weights frozen', at('layers.0.frozen', { weights: flags, biases: true })),
  fine('with nothing frozen, flag by flag', at('layers.0.frozen', { weights: filled(3, [false, false]) })),
  fine('of 16 layers', network(...filled(17, 1))),
  fine('of 64 inputs and 64 units', network(64, 64, 1)),
  fine('of 10,000 examples', at('examples', filled(10_000, sound.examples[0]))),
  fine('that is frozen as an object', Object.freeze(structuredClone(sound))),
];

export const malformed: readonly Malformed[] = [
  ...shapeless,
  ...missing,
  ...types,
  ...numbers,
  ...names,
  ...lengths,
  ...descents,
  ...frozen,
  ...datasets,
  ...unknownKeys,
  ...inherited,
  ...fineAfterAll,
];
