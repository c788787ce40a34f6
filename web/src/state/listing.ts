import type { FirstEngine } from '../engine/engine';
import type { Dataset, Example, Scenario, WrittenScenario } from '../scenario/types';

/** Between a document as it is written, which may name a data set, and the page, which works with examples. */
export interface Listing {
  /** With the examples of its data set in the place of its name. */
  listed(s: WrittenScenario): Scenario;
  /** With the name again, as long as these are the very examples: an edit of one of them made another list. */
  named(s: Scenario): WrittenScenario;
}

export function createListing(engine: Pick<FirstEngine, 'examples'>): Listing {
  const datasets = new WeakMap<readonly Example[], Dataset>();
  return {
    listed: (s) => {
      if (!s.dataset) return s;
      const { dataset, ...rest } = s;
      const examples = engine.examples(dataset);
      datasets.set(examples, dataset);
      return { ...rest, examples };
    },
    named: (s) => {
      const dataset = datasets.get(s.examples);
      if (!dataset) return s;
      const { examples: _, ...rest } = s;
      return { ...rest, dataset };
    },
  };
}
