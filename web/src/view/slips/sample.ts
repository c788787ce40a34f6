import { parameters } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';

/** The network with no more of its first examples than `most` parameters times examples; what goes wrong shows on a few. */
export function withFewExamples(s: Scenario, most: number): Scenario {
  const count = Math.max(1, Math.floor(most / parameters(s).length));
  if (s.examples.length <= count) return s;
  const { batch = count, state: _, ...descent } = s.descent;
  return {
    ...s,
    examples: s.examples.slice(0, count),
    descent: { ...descent, ...(batch < count && { batch }) },
  };
}
