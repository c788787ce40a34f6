import { describe, expect, test } from 'vitest';
import { type Engine, loadEngine, ScenarioError } from '../../web/src/engine';
import { startScenario as s } from '../../web/src/scenario/start';
import type { Ref, Scenario } from '../../web/src/scenario/types';

const engine = await loadEngine();

/** The engine as a caller without types sees it. */
const untyped = engine as unknown as Record<keyof Engine, (...args: unknown[]) => unknown>;

const refusal = (call: () => unknown): { path: string; message: string } => {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    const { name, path, message } = error as ScenarioError;
    expect(name).toBe('ScenarioError');
    expect(message).not.toBe('');
    return { path, message };
  }
  throw new Error('was not refused');
};

describe('a document that does not hold still', () => {
  const throws = (): never => {
    throw new Error('from a getter');
  };
  const moving: [string, unknown, string][] = [
    ['whose loss throws', Object.defineProperty({ ...s }, 'loss', { get: throws, enumerable: true }), 'loss'],
    ['whose keys throw', new Proxy({ ...s }, { ownKeys: throws }), ''],
    ['whose list throws', { ...s, examples: new Proxy([], { get: throws }) }, 'examples'],
    ['whose proxy is revoked', { ...s, layers: revoked() }, 'layers'],
  ];
  test.each(moving)('%s is refused, and the engine works on', (_, document, path) => {
    expect(refusal(() => engine.evaluate(document as Scenario)).path).toBe(path);
    expect(engine.evaluate(s).outputs).toHaveLength(1);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

describe('an argument that is no use', () => {
  const examples = [1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '0', null, {}, 2 ** 32];
  test.each(examples)('example %s is refused', (example) => {
    expect(refusal(() => untyped.evaluate(s, example)).path).toBe('example');
    expect(refusal(() => untyped.nudge(s, { layer: 0, unit: 0, input: 0 }, 0.1, example)).path).toBe('example');
    expect(refusal(() => untyped.derive(s, { layer: 0, unit: 0, input: 0 }, { example })).path).toBe('example');
  });

  const refs: [unknown, string][] = [
    [undefined, 'ref'],
    [null, 'ref'],
    ['w1', 'ref'],
    [[], 'ref'],
    [{}, 'ref.layer'],
    [{ layer: 3, unit: 0, input: 0 }, 'ref.layer'],
    [{ layer: -1, unit: 0, input: 0 }, 'ref.layer'],
    [{ layer: '0', unit: 0, input: 0 }, 'ref.layer'],
    [{ layer: 2 ** 32, unit: 0, input: 0 }, 'ref.layer'],
    [{ layer: 0, input: 0 }, 'ref.unit'],
    [{ layer: 0, unit: 1, input: 0 }, 'ref.unit'],
    [{ layer: 0, unit: 0.5, input: 0 }, 'ref.unit'],
    [{ layer: 0, unit: 0, input: 1 }, 'ref.input'],
    [{ layer: 0, unit: 0, input: Number.NaN }, 'ref.input'],
    [{ layer: 0, unit: 0, bias: true }, 'ref.bias'],
    [{ layer: 0, unit: 0, bias: 'yes' }, 'ref.bias'],
    [{ layer: 0, unit: 0, input: 0, bias: true }, 'ref'],
  ];
  test.each(refs)('ref %j is refused', (ref, path) => {
    expect(refusal(() => untyped.derive(s, ref)).path).toMatch(new RegExp(`^${path}`));
    expect(refusal(() => untyped.nudge(s, ref, 0.1)).path).toMatch(new RegExp(`^${path}`));
  });

  test.each([
    [{ layer: 5e9, unit: 0, input: 0 }, 'ref.layer', 'expects a whole number from 0 to 2, got 5000000000'],
    [{ layer: 0, unit: -1, input: 0 }, 'ref.unit', 'expects a whole number from 0 to 0, got -1'],
    [{ layer: 0, unit: 0, input: 0.5 }, 'ref.input', 'expects a whole number from 0 to 0, got 0.5'],
  ])('ref %j is told what it may be', (ref, path, message) => {
    expect(refusal(() => untyped.derive(s, ref))).toEqual({ path, message });
  });

  test.each([undefined, null, Number.NaN, Number.POSITIVE_INFINITY, '0.1'])('delta %s is refused', (delta) => {
    expect(refusal(() => untyped.nudge(s, { layer: 0, unit: 0, input: 0 }, delta)).path).toBe('delta');
  });

  test.each([undefined, null, -1, 0.5, 1_000_001, Number.NaN, '5'])('%s steps are refused', (steps) => {
    expect(refusal(() => untyped.descend(s, steps)).path).toBe('steps');
  });

  test('no more steps than the document that comes back can count', () => {
    const layers = s.layers.map(() => ({ weights: [[0]] }));
    const after = (step: number) => ({
      ...s,
      descent: { rule: 'momentum', alpha: 0, state: { step, first: layers } },
    });
    const last = after(2 ** 53 - 2) as unknown as Scenario;
    expect(engine.descend(last, 2).scenario.descent.state?.step).toBe(2 ** 53);
    expect(refusal(() => engine.descend(last, 3))).toEqual({
      path: 'steps',
      message: 'expects a whole number from 0 to 2, got 3',
    });
  });

  test.each([-1, 0.5, Number.NaN, '10', null])('%s paths are refused', (paths) => {
    expect(refusal(() => untyped.derive(s, { layer: 0, unit: 0, input: 0 }, { paths })).path).toBe('paths');
  });

  const w1: Ref = { layer: 0, unit: 0, input: 0 };
  const takers: [string, (options: unknown) => unknown, object][] = [
    ['derive', (options) => untyped.derive(s, w1, options), { example: 0, paths: 3 }],
    ['landscape', (options) => untyped.landscape(s, options), { axes: [w1], ranges: [[-1, 1]], resolution: 2 }],
    ['initialise', (options) => untyped.initialise(s, options), { scheme: 'he', seed: 1 }],
  ];
  describe.each(takers)('as the options of %s', (_, call, sound) => {
    const kinds: [unknown, string][] = [
      [null, 'null'],
      [3, 'a number'],
      ['example', 'text'],
      [true, 'true or false'],
      [[], 'a list'],
      [() => 1, 'something else'],
    ];
    test.each(kinds)('%j is refused', (options, got) => {
      expect(refusal(() => call(options))).toEqual({ path: 'options', message: `expects an object, got ${got}` });
    });

    test('a key nobody knows is refused by its name, with those that are known', () => {
      const known = Object.keys(sound).join(' ');
      expect(refusal(() => call({ ...sound, colour: 'red' }))).toEqual({
        path: 'colour',
        message: `is not a known key; known are ${known}`,
      });
      expect(call(sound)).toBeTypeOf('object');
    });

    test('what is only inherited does not count, and a getter that throws is refused', () => {
      expect(call(Object.assign(Object.create({ colour: 'red' }), sound))).toBeTypeOf('object');
      const key = Object.keys(sound)[0] ?? '';
      const throwing = Object.defineProperty({ ...sound }, key, {
        get: () => {
          throw new Error('from a getter');
        },
        enumerable: true,
      });
      expect(refusal(() => call(throwing))).toEqual({ path: key, message: 'could not be read' });
    });
  });

  test('options, and each of them, may be left out where there is a default', () => {
    const plain = engine.derive(s, w1);
    expect(untyped.derive(s, w1, undefined)).toEqual(plain);
    expect(untyped.derive(s, w1, {})).toEqual(plain);
    expect(untyped.derive(s, w1, { example: undefined, paths: undefined })).toEqual(plain);
    expect(refusal(() => untyped.landscape(s, undefined)).path).toBe('options');
    expect(refusal(() => untyped.initialise(s, undefined)).path).toBe('options');
  });

  const otherRefs = [null, undefined, 'w1', { layer: 0, unit: 0 }, { ...w1, colour: 'red' }, { ...w1, layer: 1.5 }];
  test.each(otherRefs)('%j as a parameter is refused by slips and landscape', (ref) => {
    expect(refusal(() => untyped.slips(s, ref)).path).toMatch(/^ref/);
    const view = { axes: [ref], ranges: [[-1, 1]], resolution: 2 };
    expect(refusal(() => untyped.landscape(s, view)).path).toMatch(/^axes\.0/);
  });

  const dataset = { name: 'moons', count: 3, noise: 0.1, seed: 1 };
  const datasets: [unknown, string][] = [
    [undefined, 'dataset'],
    [null, 'dataset'],
    ['moons', 'dataset'],
    [[dataset], 'dataset'],
    [{}, 'dataset.name'],
    [{ ...dataset, name: 'sun' }, 'dataset.name'],
    [{ ...dataset, count: 0 }, 'dataset.count'],
    [{ ...dataset, count: 10_001 }, 'dataset.count'],
    [{ ...dataset, noise: -0.1 }, 'dataset.noise'],
    [{ ...dataset, noise: Number.NaN }, 'dataset.noise'],
    [{ ...dataset, seed: 2 ** 32 }, 'dataset.seed'],
    [{ ...dataset, seed: null }, 'dataset.seed'],
    [{ ...dataset, colour: 'red' }, 'dataset.colour'],
  ];
  test.each(datasets)('the dataset %j is refused', (value, path) => {
    expect(refusal(() => untyped.examples(value)).path).toBe(path);
  });

  const inputs: [unknown, string][] = [
    [undefined, 'inputs'],
    ['1', 'inputs'],
    [{}, 'inputs'],
    [1, 'inputs'],
  ];
  test.each(inputs)('inputs %j are refused', (value, path) => {
    expect(refusal(() => untyped.predict(s, value)).path).toBe(path);
  });

  test('inputs that fill no whole rows are refused', () => {
    const two = {
      ...s,
      layers: [{ activation: 'relu', weights: [[1, 1]] }],
      examples: [{ inputs: [1, 1], targets: [1] }],
    };
    expect(refusal(() => untyped.predict(two, new Float64Array(3)))).toEqual({
      path: 'inputs',
      message: 'expects 2 numbers for each of at most 1000000 points, got 3',
    });
    expect(untyped.predict(two, new Float64Array(0))).toEqual(new Float64Array(0));
  });

  test.each([undefined, null, 1, 'x', [], () => {}])('scenario %s is refused by every function', (scenario) => {
    const ref: Ref = { layer: 0, unit: 0, input: 0 };
    const calls = [
      () => untyped.evaluate(scenario),
      () => untyped.derive(scenario, ref),
      () => untyped.gradient(scenario),
      () => untyped.descend(scenario, 1),
      () => untyped.nudge(scenario, ref, 0.1),
      () => untyped.predict(scenario, new Float64Array(1)),
      () => untyped.check(scenario),
      () => untyped.landscape(scenario, { axes: [ref], ranges: [[-1, 1]], resolution: 2 }),
      () => untyped.initialise(scenario, { scheme: 'he', seed: 1 }),
      () => untyped.diagnose(scenario),
      () => untyped.slips(scenario, ref),
    ];
    expect(calls).toHaveLength(Object.keys(engine).length - 1); // all but `examples`
    for (const call of calls) refusal(call);
  });
});
