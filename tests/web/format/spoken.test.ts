import { expect, test } from 'vitest';
import { spoken } from '../../../web/src/format/spoken';
import { derivativeText, type Writing } from '../../../web/src/format/symbol';
import { startNotation } from '../../../web/src/scenario/start';

test('a derivative is heard as the change of one per change of the other', () => {
  expect(spoken('∂a₂/∂a₁')).toBe('the change of a₂ per change of a₁');
  expect(spoken('∂C/∂a₃ = −0.753.')).toBe('the change of the cost per change of a₃ = −0.753.');
  expect(spoken('∂L/∂z')).toBe('the change of the cost per change of z');
});

test('in the head of a column the derivative is by what the row is about', () => {
  expect(spoken('∂E/∂ mean of all')).toBe('the change of the cost per change of it mean of all');
});

test('what a wide name consists of is told place by place', () => {
  expect(spoken('w⁽²⁾₁₃, then b⁽¹⁾₂')).toBe('weight of layer 2, unit 1, input 3, then bias of layer 1, unit 2');
  expect(spoken('z⁽¹⁾₃ of a⁽¹⁾₃')).toBe('z of layer 1, unit 3 of activation of layer 1, unit 3');
  expect(spoken('∂C/∂w⁽¹²⁾₁₀,₃, and')).toBe(
    'the change of the cost per change of weight of layer 12, unit 10, input 3, and',
  );
  expect(spoken('a⁽²⁾₁₄')).toBe('activation of layer 2, unit 14');
});

test('what a name is, is said once', () => {
  expect(spoken('weight w⁽¹⁾₂₁')).toBe('weight of layer 1, unit 2, input 1');
  expect(spoken('Increase bias b⁽¹⁾₂')).toBe('Increase bias of layer 1, unit 2');
  expect(spoken('neuron a⁽²⁾₁')).toBe('neuron of layer 2, unit 1');
});

test('every index that may be is told as it is written', () => {
  const writing: Writing = { notation: startNotation, slim: false, depth: 16, outputs: 2 };
  for (let layer = 0; layer < 16; layer++)
    for (let unit = 0; unit < 64; unit += 7)
      for (let input = 0; input < 64; input += 9)
        expect(spoken(derivativeText({ kind: 'C' }, { kind: 'w', layer, unit, input }, writing))).toBe(
          `the change of the cost per change of weight of layer ${layer + 1}, unit ${unit + 1}, input ${input + 1}`,
        );
});

test('a text without symbols, and the names of a chain, stay what they are', () => {
  const plain = 'Choose w₁ (2 of 3): C = 0.142, 1.20×10⁻⁸';
  expect(spoken(plain)).toBe(plain);
});
