import { describe, expect, test } from 'vitest';
import { litBy, quantityText, quantityValue, readQuantity } from '../../../web/src/lesson/quantity';
import { presets } from '../../../web/src/scenario/presets';
import { result } from '../../../web/src/scenario/reading';
import { bookmarkOf, startNotation } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { wide } from '../state/stage';
import { engine, situationAt } from './stage';

const named = (s: Scenario, name: string) => result(() => readQuantity(s, name, 'of'), name);

const valueIn = (s: Scenario, name: string) => {
  const read = named(s, name);
  if (!read.ok) throw new Error(read.message);
  return quantityValue(read.value, situationAt(bookmarkOf(s)));
};

test("every quantity of the chain is the engine's number", () => {
  const s = presets.note;
  const { loss, outputs, layers } = engine.evaluate(s);
  const [first, second, third] = layers;
  for (const [name, value] of [
    ['C', loss],
    ['yp', outputs[0]],
    ['x1', 1.2],
    ['x.1', 1.2],
    ['z1', first?.z[0]],
    ['a2', second?.a[0]],
    ['w3', 1.5],
    ['w.3.1.1', 1.5],
    ['dC/da2', second?.dC_da[0]],
    ['dC/dz.1.1', first?.dC_dz[0]],
    ['dC/dw3', third?.dC_dW[0]],
    ['dC/dyp', third?.dC_da[0]],
    ['alpha', 0.6],
    ['steps', 0],
    [' C ', loss],
  ] as const) {
    expect(valueIn(s, name), name).toBe(value);
  }
});

test('in a wider network layer, unit and input name a number, counted from 1', () => {
  const trace = engine.evaluate(wide).layers;
  for (const [name, value] of [
    ['w.1.2.1', 0.3],
    ['b.1.2', -0.05],
    ['x2', 0],
    ['a.1.2', trace[0]?.a[1]],
    ['z.2.1', trace[1]?.z[0]],
    ['dC/dw.1.2.1', trace[0]?.dC_dW[2]],
    ['dC/db.1.2', trace[0]?.dC_db?.[1]],
    ['yp', trace[1]?.a[0]],
  ] as const) {
    expect(valueIn(wide, name), name).toBe(value);
  }
});

test('of several examples the shown one counts', () => {
  const { loss } = engine.evaluate(wide, 2);
  const read = named(wide, 'C');
  expect(read.ok && quantityValue(read.value, situationAt({ ...bookmarkOf(wide), example: 2 }))).toBe(loss);
});

test('steps are those taken from the start of what is on screen', () => {
  const read = named(presets.note, 'steps');
  expect(read.ok && quantityValue(read.value, situationAt({ ...bookmarkOf(presets.note), steps: 7 }))).toBe(7);
});

test.each([
  [presets.note, 'w4', 'names w4, which this network does not have'],
  [presets.note, 'dC/dw.1.1.2', 'names w.1.1.2, which this network does not have'],
  [presets.note, 'x2', 'names x2, which this network does not have'],
  [presets.note, 'b1', 'names b1, which this network does not have'],
  [wide, 'w1', 'expects a full name such as w.1.1.1, got w1'],
  [presets.textbook, 'yp', 'names yp, but this network has several outputs'],
  ...['', 'c', 'dC/dC', 'dC/dx1', 'dC/d', 'dC/dalpha', 'da2/da1', 'w', 'w0', 'constructor', 'w1+1', 'a1.1', 'C\n']
    .map((name) => [presets.note, name, ''] as const)
    .filter(([, name]) => name.trim() !== 'C'),
] as const)('%# refuses %s', (s, name, message) => {
  const read = named(s, name);
  expect(read).toMatchObject({ ok: false, path: 'of' });
  expect(!read.ok && read.message).toContain(message);
});

test('a quantity that an edit has taken away has no value', () => {
  const read = named(wide, 'w.2.1.2');
  const gone = situationAt(bookmarkOf(presets.note));
  expect(read.ok && quantityValue(read.value, gone)).toBe(undefined);
  for (const name of ['dC/dw.1.2.2', 'a.1.2', 'dC/db.1.1', 'b.1.1']) {
    const one = named(wide, name);
    expect(one.ok && quantityValue(one.value, gone), name).toBe(undefined);
  }
});

describe('its symbol', () => {
  const writing = { notation: { ...startNotation, rate: 'η', cost: 'E' }, slim: true, depth: 3, outputs: 1 } as const;
  const inWide = { ...writing, slim: false, depth: 2 };
  test.each([
    ['w1', 'w₁'],
    ['yp', 'yₚ'],
    ['C', 'E'],
    ['x1', 'i₁'],
    ['dC/dw1', '∂E/∂w₁'],
    ['dC/dyp', '∂E/∂a₃'],
    ['alpha', 'η'],
    ['steps', 'steps'],
  ])("of %s is the reader's", (name, text) => {
    const read = named(presets.note, name);
    expect(read.ok && quantityText(read.value, writing)).toEqual(text);
  });
  test('has the layer above in a wide network', () => {
    const read = named(wide, 'dC/dw.1.2.1');
    expect(read.ok && quantityText(read.value, inWide)).toBe('∂E/∂w⁽¹⁾₂₁');
  });
});

test('a derivative lights where the cost answers its number, a value lights its place, α and steps nothing', () => {
  const lit = (name: string) => {
    const read = named(presets.note, name);
    return read.ok ? litBy(read.value, presets.note).map(({ of, by }) => ({ of, by })) : [];
  };
  const a3 = { kind: 'a', layer: 2, unit: 0 };
  expect(lit('dC/da3')).toEqual([{ of: { kind: 'C' }, by: a3 }]);
  expect(lit('dC/dyp')).toEqual(lit('dC/da3'));
  expect(lit('yp')).toEqual([{ of: a3, by: a3 }]);
  expect(lit('z3')).toEqual(lit('a3'));
  expect([...lit('alpha'), ...lit('steps')]).toEqual([]);
});
