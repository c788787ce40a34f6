// Worked examples that others have printed, from tests/golden/published.json, through the compiled engine: each to the
// digits its source prints. Where a printed figure is wrong, both the right one and the slip that explains it.
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../web/src/engine';
import type { Scenario } from '../../web/src/scenario/types';
import cases from '../golden/published.json';

const engine = await loadEngine();

/** Values that were computed independently in double precision, to some units in the last place. */
const rounding = 1e-14;

type Name = (typeof cases)[number]['name'];
const published = <T>(name: Name): T & { source: string; decimals: number; scenario: Scenario } => {
  const found = cases.find((entry) => entry.name === name);
  if (!found) throw new Error(`there is no example ${name}`);
  return found as unknown as T & { source: string; decimals: number; scenario: Scenario };
};

type Numbers = number | ArrayLike<number> | undefined;
const listed = (numbers: Numbers): number[] =>
  numbers === undefined ? [] : typeof numbers === 'number' ? [numbers] : Array.from(numbers);

const within = (actual: Numbers, expected: Numbers, tolerance: (value: number) => number): void => {
  const values = listed(actual);
  expect(values).toHaveLength(listed(expected).length);
  listed(expected).forEach((value, k) => {
    expect(Math.abs((values[k] ?? Number.NaN) - value), `${values[k]} is not ${value}`).toBeLessThanOrEqual(
      tolerance(value),
    );
  });
};

/** Rounded to the printed number of decimals it is the printed number. */
const prints = (actual: Numbers, printed: Numbers, decimals: number): void =>
  within(actual, printed, () => 0.5000001 * 10 ** -decimals);
const equals = (actual: Numbers, exact: Numbers, relative = rounding): void =>
  within(actual, exact, (value) => relative * Math.max(Math.abs(value), relative === rounding ? 1 : 0));

const weightsOf = (s: Scenario, layer: number): number[] => s.layers[layer]?.weights.flat() ?? [];
const descended = (s: Scenario, steps: number): Scenario => engine.descend(s, steps).scenario;

interface Mazur {
  printed: Record<string, number>;
  after_one_step: { weights: number[][]; loss: number };
  after_10000_steps: { outputs: number[]; loss: number };
  biases_trained: { loss_after_one_step: number; biases: number[][] };
  in_place: {
    loss_after_one_step: { printed: number; exact: number };
    outputs_after_one_step: number[];
    loss_after_10000_steps: number;
  };
}
const mazur = published<Mazur>('mazur-2-2-2');

/** The post's script: the output layer has moved already when the hidden layer's gradients are taken through it. */
function updatedInPlace(s: Scenario): Scenario {
  const hidden = s.layers[0];
  const outputs = descended(s, 1).layers[1];
  const before = engine.evaluate(s);
  if (!hidden || !outputs) throw new Error('two layers are expected');
  const weights = hidden.weights.map((row, j) => {
    const throughMoved = outputs.weights.reduce(
      (sum, w, k) => sum + (w[j] ?? Number.NaN) * (before.layers[1]?.dC_dz[k] ?? Number.NaN),
      0,
    );
    const dC_dz = throughMoved * (before.layers[0]?.da_dz[j] ?? Number.NaN);
    return row.map((w, i) => w - s.descent.alpha * dC_dz * (before.layers[0]?.x[i] ?? Number.NaN));
  });
  return { ...s, layers: [{ ...hidden, weights }, outputs] };
}

describe(`${mazur.source}`, () => {
  const { scenario, printed, decimals } = mazur;

  test('forward pass and gradient come out as printed', () => {
    const { outputs, loss, layers } = engine.evaluate(scenario);
    const [hidden, last] = layers;
    prints(hidden?.z[0], printed.z_h1, decimals);
    prints(hidden?.a, [printed.a_h1 ?? 0, printed.a_h2 ?? 0], decimals);
    prints(last?.z[0], printed.z_o1, decimals);
    prints(outputs, [printed.a_o1 ?? 0, printed.a_o2 ?? 0], decimals);
    prints(loss, printed.loss, decimals);
    prints(last?.dC_da[0], printed.dC_da_o1, decimals);
    prints(last?.da_dz[0], printed.da_dz_o1, decimals);
    prints(last?.dC_dW[0], printed.dC_dw5, decimals);
    prints(last?.dC_dz[0], printed.dC_dz_o1, decimals);
    prints(hidden?.dC_da[0], printed.dC_da_h1, decimals);
    prints(hidden?.da_dz[0], printed.da_dz_h1, decimals);
    prints(hidden?.dC_dW[0], printed.dC_dw1, decimals);
  });

  test('one step of the described algorithm moves the weights as printed; its loss is not the printed one', () => {
    const moved = descended(scenario, 1);
    mazur.after_one_step.weights.forEach((weights, layer) => {
      equals(weightsOf(moved, layer), weights);
    });
    const { loss } = engine.evaluate(moved);
    equals(loss, mazur.after_one_step.loss);
    expect(loss.toFixed(decimals)).not.toBe(mazur.in_place.loss_after_one_step.printed.toFixed(decimals));
  });

  test('the printed loss after one step is that of updating the output layer first', () => {
    const slipped = engine.evaluate(updatedInPlace(scenario));
    prints(slipped.loss, mazur.in_place.loss_after_one_step.printed, decimals);
    equals(slipped.loss, mazur.in_place.loss_after_one_step.exact);
    equals(slipped.outputs, mazur.in_place.outputs_after_one_step);
  });

  test('10,000 steps of the described algorithm and of the slip', () => {
    const { outputs, loss } = engine.evaluate(descended(scenario, 10_000));
    equals(outputs, mazur.after_10000_steps.outputs, 1e-11);
    equals(loss, mazur.after_10000_steps.loss, 1e-9);
    let slipped = scenario;
    for (let step = 0; step < 10_000; step++) slipped = updatedInPlace(slipped);
    equals(engine.evaluate(slipped).loss, mazur.in_place.loss_after_10000_steps, 1e-9);
  });

  test('with its biases trained as well', () => {
    const free = { ...scenario, layers: scenario.layers.map((layer) => ({ ...layer, frozen: {} })) };
    const moved = descended(free, 1);
    mazur.biases_trained.biases.forEach((biases, layer) => {
      equals(moved.layers[layer]?.biases, biases);
    });
    equals(engine.evaluate(moved).loss, mazur.biases_trained.loss_after_one_step);
  });
});

interface Homework {
  exact: { a1: number; a2: number; output: number; loss: number; dC_dW: number[][]; dC_db: number[][] };
  after_one_step: {
    weights: number[][];
    biases: number[][];
    printed: { a1: number; a2: number; output: number; loss: number };
  };
}
const homework = published<Homework>('relu-homework-2-2-1');

describe(`${homework.source}`, () => {
  const { scenario, exact, decimals } = homework;

  test('forward pass and gradient come out exactly', () => {
    const { outputs, loss, layers } = engine.evaluate(scenario);
    equals(layers[0]?.a, [exact.a1, exact.a2]);
    equals(outputs, exact.output);
    equals(loss, exact.loss);
    layers.forEach(({ dC_dW, dC_db }, layer) => {
      equals(dC_dW, exact.dC_dW[layer]);
      equals(dC_db, exact.dC_db[layer]);
    });
  });

  test('one step, and the forward pass after it as printed', () => {
    const moved = descended(scenario, 1);
    const { weights, biases, printed } = homework.after_one_step;
    moved.layers.forEach((layer, k) => {
      equals(weightsOf(moved, k), weights[k]);
      equals(layer.biases, biases[k]);
    });
    const { outputs, loss, layers } = engine.evaluate(moved);
    prints(layers[0]?.a, [printed.a1, printed.a2], decimals);
    prints(outputs, printed.output, decimals);
    prints(loss, printed.loss, decimals);
  });
});

interface Toy {
  printed: Record<'z' | 'a' | 'dC_dz' | 'dC_da' | 'dC_db' | 'dC_dW', number[]> & { loss: number };
}
const toy = published<Toy>('udl-7.1-toy');

describe(`${toy.source}`, () => {
  test('sin, exp and cos one after the other come out as printed', () => {
    const { loss, layers } = engine.evaluate(toy.scenario);
    prints(loss, toy.printed.loss, toy.decimals);
    for (const quantity of ['z', 'a', 'dC_da', 'dC_dz', 'dC_db', 'dC_dW'] as const) {
      prints(
        layers.map((layer) => layer[quantity]?.[0] ?? Number.NaN),
        toy.printed[quantity],
        toy.decimals,
      );
    }
  });
});

interface Neuron {
  printed: { output: number; dC_dW: number[]; dC_db: number[] };
  exact: { output: number; da_dz: number };
}
const neuron = published<Neuron>('cs231n-sigmoid-neuron');

describe(`${neuron.source}`, () => {
  test("the sigmoid neuron's output and gradient come out as printed", () => {
    const { outputs, layers } = engine.evaluate(neuron.scenario);
    prints(outputs, neuron.printed.output, neuron.decimals);
    prints(layers[0]?.dC_dW, neuron.printed.dC_dW, neuron.decimals);
    prints(layers[0]?.dC_db, neuron.printed.dC_db, neuron.decimals);
    equals(outputs, neuron.exact.output);
    equals(layers[0]?.da_dz, neuron.exact.da_dz);
  });
});

interface Note {
  exact: { output: number; loss: number; dC_dW: number[][] };
  after_one_step: { weights: number[][] };
}
const note = published<Note>('the-note');

describe(`${note.source}`, () => {
  test('output, loss, gradient and one step', () => {
    const { outputs, loss, layers } = engine.evaluate(note.scenario);
    equals(outputs, note.exact.output);
    equals(loss, note.exact.loss);
    const moved = descended(note.scenario, 1);
    layers.forEach(({ dC_dW }, layer) => {
      equals(dC_dW, note.exact.dC_dW[layer]);
      equals(weightsOf(moved, layer), note.after_one_step.weights[layer]);
    });
  });
});
