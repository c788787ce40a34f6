import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../web/src/engine';
import { withParameter } from '../../web/src/scenario/edits';
import { parameterAt, parameters } from '../../web/src/scenario/refs';
import type { Scenario } from '../../web/src/scenario/types';
import { chain, cost, distanceFromKink, entry, forward, loss, scenarios } from './networks';

const engine = await loadEngine();

/** What the client asks for: the printed figures, to so much absolute. */
const printed = 1e-15;
/** Sums and libm calls in another order differ by some units in the last place; relative to 1 or to the value. */
const rounding = 1e-12;
/** Step of the central difference: its own error is about step² = 1e-10, its rounding 1e-16 / step = 1e-11. */
const step = 1e-5;
/** … and both grow with the third derivatives and the size of the cost. */
const differenceError = 1e-6;

const close = (actual: number | undefined, expected: number, tolerance: number): void => {
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
};
const absolutely = (actual: number | undefined, expected: number): void =>
  expect(Math.abs((actual ?? Number.NaN) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(printed);

const examples = [
  {
    scenario: chain([0.4, 0.7, 1.5], { input: 1.2, target: 1, alpha: 0.6 }),
    output: 0.6233988845696153,
    cost: 0.14182840014340992,
    gradient: [-0.22280747945323093, -0.12731855968756053, -0.059415327854194906],
    after: [0.5336844876719385, 0.7763911358125363, 1.535649196712517],
  },
  {
    scenario: chain([0.5, 0.8, 1.2], { input: 1, target: 0, alpha: 0.1 }),
    output: 0.617747874769249,
    cost: 0.3816124367819237,
    gradient: [0.28007455675080184, 0.17504659796925115, 0.11669773197950079],
    after: [0.4719925443249198, 0.782495340203075, 1.18833022680205],
  },
];

describe.each(examples)("the note's network with output $output", ({ scenario, output, cost, gradient, after }) => {
  test('evaluate gives the printed output, cost and gradient', () => {
    const { outputs, loss, layers } = engine.evaluate(scenario);
    absolutely(outputs[0], output);
    absolutely(loss, cost);
    gradient.forEach((value, k) => {
      absolutely(layers[k]?.dC_dW[0], value);
    });
  });

  test('derive and gradient give the printed gradient', () => {
    gradient.forEach((value, layer) => {
      absolutely(engine.derive(scenario, { layer, unit: 0, input: 0 }).gradient, value);
      absolutely(engine.gradient(scenario).layers[layer]?.dC_dW[0], value);
    });
  });

  test('one step of descend gives the printed weights', () => {
    const moved = engine.descend(scenario, 1).scenario;
    after.forEach((value, k) => {
      absolutely(moved.layers[k]?.weights[0]?.[0], value);
    });
  });

  test('the printed update of derive is what the step does', () => {
    const moved = engine.descend(scenario, 1).scenario;
    for (const ref of parameters(scenario)) {
      const { update } = engine.derive(scenario, ref);
      expect(update?.before).toBe(parameterAt(scenario, ref));
      expect(update?.after).toBe(parameterAt(moved, ref));
    }
  });
});

describe('any dense network', () => {
  test('evaluate and predict agree with the formulas computed in TypeScript', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        s.examples.forEach(({ inputs }, n) => {
          const expected = forward(s, inputs);
          const { outputs, loss: actual } = engine.evaluate(s, n);
          const predicted = engine.predict(s, Float64Array.from(inputs));
          expected.forEach((a, j) => {
            close(outputs[j], a, rounding);
          });
          expect(predicted).toEqual(outputs);
          close(actual, loss(s, n), rounding);
        });
        close(engine.gradient(s).cost, cost(s), rounding);
      }),
    );
  });

  test('the gradient of every parameter is its central difference', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        fc.pre(distanceFromKink(s) > 1e-3);
        const { layers } = engine.gradient(s);
        for (const ref of parameters(s)) {
          const value = parameterAt(s, ref);
          const up = cost(withParameter(s, ref, value + step));
          const down = cost(withParameter(s, ref, value - step));
          close(entry(s, layers, ref), (up - down) / (2 * step), differenceError);
        }
      }),
    );
  });

  test("gradient is the mean of the examples' evaluations", () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const { layers } = engine.gradient(s);
        for (const ref of parameters(s)) {
          const sum = s.examples.reduce(
            (t, _, n) => t + (entry(s, engine.evaluate(s, n).layers, ref) ?? Number.NaN),
            0,
          );
          close(entry(s, layers, ref), sum / s.examples.length, rounding);
        }
      }),
    );
  });

  test('the factors of a derivation multiply to its gradient, parts to their factor, terms add up to theirs', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const product = (values: readonly { readonly value: number }[]) =>
          values.reduce((p, { value }) => p * value, 1);
        for (const ref of parameters(s)) {
          const { gradient, factors } = engine.derive(s, ref);
          close(gradient, entry(s, engine.evaluate(s).layers, ref) ?? Number.NaN, rounding);
          close(product(factors), gradient, rounding);
          for (const { parts, terms, value } of factors) {
            if (parts.length > 0) close(product(parts), value, rounding);
            if (!terms) continue;
            for (const term of terms) close(product(term.factors), term.value, rounding);
            close(
              terms.reduce((sum, term) => sum + term.value, 0),
              value,
              rounding,
            );
          }
        }
      }),
    );
  });

  test('all paths of a small network add up to the gradient', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const ref = { layer: 0, unit: 0, input: 0 };
        const { gradient, paths } = engine.derive(s, ref, { paths: 4 ** 4 });
        expect(paths.strongest).toHaveLength(paths.count);
        close(
          paths.strongest.reduce((sum, { value }) => sum + value, 0),
          gradient,
          rounding,
        );
        const sizes = paths.strongest.map(({ value }) => Math.abs(value));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });

  test('descend moves all parameters at once, against their gradients at the old values', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const { layers } = engine.gradient(s);
        const { scenario, costs } = engine.descend(s, 1);
        for (const ref of parameters(s)) {
          const expected = parameterAt(s, ref) - s.descent.alpha * (entry(s, layers, ref) ?? Number.NaN);
          close(parameterAt(scenario, ref), expected, rounding);
        }
        expect(costs).toHaveLength(2);
        close(costs[0], engine.gradient(s).cost, rounding);
        close(costs[1], engine.gradient(scenario).cost, rounding);
      }),
    );
  });

  test('descend by 5 twice is descend by 10, bit for bit', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        const first = engine.descend(s, 5);
        const second = engine.descend(first.scenario, 5);
        const whole = engine.descend(s, 10);
        expect(second.scenario).toEqual(whole.scenario);
        expect([...first.costs.subarray(0, 5), ...second.costs]).toEqual([...whole.costs]);
      }),
    );
  });

  test('descend by 0 gives the scenario back, and what it computes has crossed as plain arrays', () => {
    fc.assert(
      fc.property(scenarios, (s) => {
        expect(engine.descend(s, 0).scenario).toEqual(s);
        expect(JSON.parse(JSON.stringify(engine.descend(s, 0).scenario))).toEqual(JSON.parse(JSON.stringify(s)));
      }),
    );
  });

  test('nudge shows what the network really does', () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(0.1, -0.01, 0.001), (s, delta) => {
        for (const ref of parameters(s)) {
          const { changes } = engine.nudge(s, ref, delta);
          const moved = withParameter(s, ref, parameterAt(s, ref) + delta);
          const last = changes.at(-1);
          expect(last?.of.kind).toBe('C');
          expect(last?.before).toBe(engine.evaluate(s).loss);
          expect(last?.after).toBe(engine.evaluate(moved).loss);
          close(last?.linear, engine.derive(s, ref).gradient * delta, rounding);
          for (const { before, after, change } of changes) expect(change).toBe(after - before);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('what comes back', () => {
  const s: Scenario = {
    ...chain([0.4, 0.7, 1.5], { input: 1.2, target: 1, alpha: 0.6 }),
    layers: [
      { activation: 'tanh', weights: [[0.4, -0.2]], biases: [0.1], frozen: { biases: true } },
      { activation: 'sigmoid', weights: [[0.7], [1.5]] },
    ],
    examples: [{ inputs: [1.2, -1], targets: [1, 0] }],
  };

  test('biases and their derivatives are there exactly where the layer has biases', () => {
    const [first, second] = engine.evaluate(s).layers;
    expect(first?.dC_db).toHaveLength(1);
    expect(second).not.toHaveProperty('dC_db');
    expect(engine.gradient(s).layers[1]).not.toHaveProperty('dC_db');
  });

  test('frozen parameters show their gradient and stay where they are', () => {
    expect(engine.evaluate(s).layers[0]?.dC_db?.[0]).not.toBe(0);
    expect(engine.descend(s, 3).scenario.layers[0]?.biases).toEqual([0.1]);
    expect(engine.descend(s, 3).scenario.layers[0]?.frozen).toEqual({ biases: true });
  });

  test('optional fields that are undefined count as absent', () => {
    const layers = s.layers.map((layer) => ({ biases: undefined, frozen: undefined, ...layer }));
    expect(engine.evaluate({ title: undefined, ...s, layers } as unknown as Scenario)).toEqual(engine.evaluate(s));
  });

  test('arrays are copies: neither later calls nor a growing memory change them', () => {
    const { layers } = engine.evaluate(s);
    const before = layers.map(({ dC_dW }) => [...dC_dW]);
    const wide: Scenario = {
      ...s,
      layers: [{ activation: 'identity', weights: Array.from({ length: 64 }, () => [1, 1]) }],
      examples: [{ inputs: [1, 1], targets: Array.from({ length: 64 }, () => 0) }],
    };
    expect(engine.predict(wide, new Float64Array(2 * 100_000).fill(1))).toHaveLength(64 * 100_000);
    expect(layers.map(({ dC_dW }) => [...dC_dW])).toEqual(before);
    expect(engine.evaluate(s).layers.map(({ dC_dW }) => [...dC_dW])).toEqual(before);
  });

  test('what is given is not changed', () => {
    const before = structuredClone(s);
    engine.evaluate(s);
    engine.descend(s, 10);
    engine.nudge(s, { layer: 0, unit: 0, input: 1 }, 0.1);
    expect(s).toEqual(before);
  });

  test('many calls need no more memory than one', () => {
    const refused = (call: () => unknown) => {
      try {
        call();
      } catch {
        return;
      }
      throw new Error('was not refused');
    };
    const grow = WebAssembly.Memory.prototype.grow;
    let grown = 0;
    engine.evaluate(s);
    WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages) {
      grown += pages;
      return grow.call(this, pages);
    };
    try {
      // 1 kB lost a call would be 20 MB, more than the memory has to spare.
      for (let n = 0; n < 20_000; n++) engine.derive(s, { layer: 0, unit: 0, input: 0 });
      for (let n = 0; n < 20_000; n++) refused(() => engine.evaluate(s, 1));
    } finally {
      WebAssembly.Memory.prototype.grow = grow;
    }
    expect(grown).toBe(0);
  });
});

describe('numbers beyond the finite', () => {
  test('evaluate names the first quantity that overflows', () => {
    const s: Scenario = {
      ...chain([1e200, 1e200], { input: 1, target: 0, alpha: 1 }),
      layers: [
        { activation: 'identity', weights: [[1e200]] },
        { activation: 'identity', weights: [[1e200]] },
      ],
    };
    const { loss, firstNonFinite } = engine.evaluate(s);
    expect(loss).toBe(Number.POSITIVE_INFINITY);
    expect(firstNonFinite).toEqual({ layer: 1, unit: 0, quantity: 'z' });
    expect(engine.evaluate(chain([1], { input: 1, target: 0, alpha: 1 }))).not.toHaveProperty('firstNonFinite');
  });

  test('descend stops at the last finite network and says what failed', () => {
    const s: Scenario = {
      ...chain([3], { input: 10, target: 0, alpha: 1e6 }),
      layers: [{ activation: 'identity', weights: [[3]] }],
    };
    const { scenario, costs, diverged } = engine.descend(s, 1000);
    expect(diverged?.step).toBeGreaterThan(0);
    expect(costs).toHaveLength((diverged?.step ?? 0) + 1);
    expect(parameters(scenario).every((ref) => Number.isFinite(parameterAt(scenario, ref)))).toBe(true);
    expect(engine.descend(s, diverged?.step ?? 0).scenario).toEqual(scenario);
    expect(engine.descend(s, 1)).not.toHaveProperty('diverged');
  });
});

describe("the contracts' limits", () => {
  const dense = (units: number, count: number): Scenario => ({
    ...chain([1], { input: 1, target: 1, alpha: 0.1 }),
    layers: Array.from({ length: count }, () => ({
      activation: 'tanh' as const,
      weights: Array.from({ length: units }, (_, j) =>
        Array.from({ length: units }, (_, i) => Math.sin(j + 2 * i) / 8),
      ),
    })),
    examples: [{ inputs: Array.from({ length: units }, () => 1), targets: Array.from({ length: units }, () => 0) }],
  });

  test('16 layers of 35 units are computed, and have more paths than could be listed', () => {
    const s = dense(35, 16);
    expect(engine.evaluate(s).layers).toHaveLength(16);
    const { paths } = engine.derive(s, { layer: 0, unit: 0, input: 0 }, { paths: 3 });
    expect(paths.count).toBeGreaterThan(1e20);
    expect(paths.strongest).toHaveLength(3);
    expect(paths.strongest[0]?.units).toHaveLength(16);
  });

  test('4 layers of 64 units are computed, 5 are too many parameters', () => {
    expect(engine.evaluate(dense(64, 4)).outputs).toHaveLength(64);
    expect(() => engine.evaluate(dense(64, 5))).toThrow(/20000 parameters/);
  });

  test('10,000 examples are computed, 10,001 are refused', () => {
    const s = chain([1, 2], { input: 1, target: 1, alpha: 0.1 });
    const of = (count: number) => ({ ...s, examples: Array.from({ length: count }, () => s.examples[0]) }) as Scenario;
    expect(engine.descend(of(10_000), 1).scenario.examples).toHaveLength(10_000);
    expect(() => engine.gradient(of(10_001))).toThrow(expect.objectContaining({ path: 'examples' }));
  });
});
