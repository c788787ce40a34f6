import { describe, expect, test } from 'vitest';
import { loadEngine, ScenarioError } from '../../web/src/engine';
import { canonical } from '../../web/src/scenario/canonical';
import { parseScenario } from '../../web/src/scenario/parse';
import type { Scenario, WrittenScenario } from '../../web/src/scenario/types';
import { malformed } from '../golden/malformed';

const engine = await loadEngine();

const answer = (document: unknown): { path: string; message: string } | undefined => {
  try {
    engine.evaluate(document as Scenario);
    return undefined;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { path: error.path, message: error.message };
  }
};

describe('the engine answers a document', () => {
  test.each(malformed)('$name: $engine', ({ document, path, engine: expected, message }) => {
    const refusal = answer(document);
    if (expected === 'ok') {
      expect(refusal).toBeUndefined();
      return;
    }
    expect(refusal).toMatchObject({ path });
    if (typeof message === 'string') expect(refusal?.message).toBe(message);
    else if (message) expect(refusal?.message).toMatch(message);
  });

  const fine = malformed.filter(({ engine: expected, parse }) => expected === 'ok' && parse === 'ok');
  test.each(fine)('$name and gives it back in the form that parse gives it', ({ document }) => {
    const parsed = parseScenario(document);
    const returned = engine.descend(document as WrittenScenario, 0).scenario;
    const { state: _, ...descent } = returned.descent; // where the rule or a batch needs one
    const scenario = { ...returned, descent };
    expect(parsed).toStrictEqual({ ok: true, value: scenario, notices: [] });
    expect(canonical(scenario)).toBe(parsed.ok && canonical(parsed.value));
    expect(JSON.stringify(scenario)).toBe(parsed.ok && JSON.stringify(parsed.value));
  });

  test('and works on after all of them', () => {
    for (const { document } of malformed) answer(document);
    expect(
      engine.evaluate(malformed.find(({ name }) => name === 'that is sound')?.document as Scenario).outputs,
    ).toHaveLength(1);
  });
});
