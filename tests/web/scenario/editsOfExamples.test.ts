import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine';
import {
  examplesFrom,
  rowsOf,
  withCells,
  withExampleAdded,
  withExamples,
  withoutExample,
} from '../../../web/src/scenario/editsOfExamples';
import { parseScenario } from '../../../web/src/scenario/parse';
import { presets } from '../../../web/src/scenario/presets';
import { startScenario } from '../../../web/src/scenario/start';
import type { Scenario } from '../../../web/src/scenario/types';
import { finite, scenarios } from './documents';

const engine = await loadEngine();
const batched: Scenario = { ...presets.xor, descent: { rule: 'adam', alpha: 0.1, batch: 4, seed: 1 } };

test('an edit of the examples gives a document that engine and parse take', () => {
  fc.assert(
    fc.property(scenarios, finite, (s, value) => {
      for (const next of [
        withExampleAdded(s, 0),
        withoutExample(s, 0),
        withExamples(s, examplesFrom(s, rowsOf(s))),
        withCells(s, s.examples.length, 0, [[value]]),
        withCells(s, 0, 1, [[value], [value], [value], [value]]),
      ]) {
        expect(() => engine.evaluate(next)).not.toThrow();
        expect(parseScenario(next)).toEqual({ ok: true, value: next, notices: [] });
      }
    }),
  );
});

test('rows of numbers and examples are two ways to write the same', () => {
  fc.assert(
    fc.property(scenarios, (s) => {
      expect(examplesFrom(s, rowsOf(s))).toStrictEqual(s.examples);
    }),
  );
});

describe('the rows of the table', () => {
  test('a row more is a copy of the one above it', () => {
    const next = withExampleAdded(presets.xor, 1);
    expect(next.examples).toHaveLength(5);
    expect(next.examples[2]).toEqual(presets.xor.examples[1]);
    expect(next.examples.toSpliced(2, 1)).toEqual(presets.xor.examples);
  });

  test('the last row stays', () => {
    expect(withoutExample(startScenario, 0)).toBe(startScenario);
    expect(withExamples(startScenario, [])).toBe(startScenario);
  });

  test('a batch is never larger than what is left, in the midst of a run too', () => {
    const run = engine.descend(batched, 3).scenario;
    const next = withoutExample(run, 2);
    expect(next.descent.batch).toBe(3);
    expect(() => engine.descend(next, 2)).not.toThrow();
  });

  test('a block of cells lands where it is put; what sticks out to the right is left out, below it makes rows', () => {
    const next = withCells(presets.xor, 3, 1, [
      [7, 8, 9],
      [5, 6],
    ]);
    expect(rowsOf(next)).toEqual([
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 0],
      [0, 7, 8],
      [0, 5, 6],
    ]);
  });
});
