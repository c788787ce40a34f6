import type { FirstEngine } from '../engine/engine';
import type { WrittenScenario } from '../scenario/types';
import { exampleAlone } from './exampleAlone';

/** More answers than one screen asks for. */
const most = 64;

/**
 * An engine that remembers what it answered about the last scenario: an edit is asked about before it is shown, and one
 * nudge stands in several places.
 */
export function remembering(engine: FirstEngine): FirstEngine {
  let about: WrittenScenario | undefined;
  const answers = new Map<string, unknown>();

  function once<Answer>(s: WrittenScenario, question: readonly unknown[], ask: () => Answer): Answer {
    if (s !== about || answers.size >= most) answers.clear();
    about = s;
    const key = JSON.stringify(question);
    if (!answers.has(key)) answers.set(key, ask());
    return answers.get(key) as Answer;
  }

  return {
    ...engine,
    evaluate: (s, example = 0) => once(s, ['evaluate', example], () => engine.evaluate(s, example)),
    nudge: (s, ref, delta, example = 0) =>
      once(s, ['nudge', ref, delta, example], () => {
        const alone = exampleAlone(s, example);
        return engine.nudge(alone, ref, delta, alone === s ? example : 0);
      }),
  };
}
