import type { WrittenScenario } from '../scenario/types';

/** The network with one of its examples: what is asked about that one costs no more where there are thousands. */
export function exampleAlone(s: WrittenScenario, index: number): WrittenScenario {
  const example = s.examples?.[index];
  if (!s.examples || !example) return s;
  const { batch: _, ...descent } = s.descent;
  return { ...s, examples: [example], descent };
}
