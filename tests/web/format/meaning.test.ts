import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../../web/src/format/meaning';
import type { Writing } from '../../../web/src/format/symbol';
import { startNotation as notation } from '../../../web/src/scenario/start';

const slim: Writing = { notation, slim: true, depth: 3, outputs: 1 };
const wide: Writing = { notation, slim: false, depth: 2, outputs: 1 };

describe('a symbol in plain words', () => {
  test('tells a weight by both its ends', () => {
    expect(meaningOf({ kind: 'w', layer: 1, unit: 0, input: 0 }, slim)).toContain('from neuron 1 to neuron 2');
    expect(meaningOf({ kind: 'w', layer: 0, unit: 2, input: 1 }, wide)).toContain('from input 2 to unit 3 of layer 1');
    expect(meaningOf({ kind: 'w', layer: 1, unit: 0, input: 1 }, wide)).toContain(
      'from unit 2 of layer 1 to unit 1 of layer 2',
    );
  });

  test('says what may change and what is given', () => {
    expect(meaningOf({ kind: 'w', layer: 0, unit: 0, input: 0 }, slim)).toContain('training may change it');
    expect(meaningOf({ kind: 'b', layer: 0, unit: 0 }, slim)).toContain('training may change it');
    expect(meaningOf({ kind: 'x', layer: 0, input: 0 }, slim)).toContain('given');
  });
});
