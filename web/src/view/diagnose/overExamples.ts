/** What a part of the network gives for all examples, some of them at a time. */
import type { WholeEngine } from '../../engine/engine';
import type { Layer, Scenario } from '../../scenario/types';
import { createPace } from '../../state/pace';
import type { Parts } from '../closer/parts';

/** The network cut off after its first layers, with others in their place. */
function cut(s: Scenario, layers: readonly Layer[]): Scenario {
  const targets = (layers.at(-1)?.weights ?? []).map(() => 0);
  const examples = s.examples.slice(0, 1).map(({ inputs }) => ({ inputs, targets }));
  return { ...s, layers, examples, loss: 'squared_error', descent: { rule: 'gradient_descent', alpha: 0 } };
}

/** The outputs of `part` for the inputs of some examples after the other, until `see` has seen enough. */
function* predicted(
  engine: WholeEngine,
  s: Scenario,
  part: Scenario,
  see: (outputs: Float64Array) => boolean,
): Parts<void> {
  const pace = createPace(64);
  for (let from = 0; from < s.examples.length; ) {
    const outputs = pace((count) => {
      const some = s.examples.slice(from, from + count);
      from += some.length;
      return engine.predict(part, Float64Array.from(some.flatMap(({ inputs }) => inputs)));
    });
    if (!see(outputs)) return;
    yield from / s.examples.length;
  }
}

/** The largest z of a unit over the examples, and the largest |z|. */
export function* largest(
  engine: WholeEngine,
  s: Scenario,
  layer: number,
  unit: number,
): Parts<{ z: number; size: number }> {
  const { weights = [], biases } = s.layers[layer] ?? {};
  // The unit alone ends the network, and gives its z as it is.
  const alone: Layer = {
    activation: 'identity',
    weights: weights.slice(unit, unit + 1),
    ...(biases && { biases: biases.slice(unit, unit + 1) }),
  };
  const found = { z: Number.NEGATIVE_INFINITY, size: 0 };
  yield* predicted(engine, s, cut(s, [...s.layers.slice(0, layer), alone]), (zs) => {
    for (const z of zs) {
      found.z = Math.max(found.z, z);
      found.size = Math.max(found.size, Math.abs(z));
    }
    return true;
  });
  return found;
}

/** Whether all that feeds a unit is 0 for every example, so that nothing comes in. */
export function* starving(engine: WholeEngine, s: Scenario, layer: number, unit: number): Parts<boolean> {
  if ((s.layers[layer]?.biases?.[unit] ?? 0) !== 0) return false;
  const before = s.layers.slice(0, layer);
  if (before.length === 0) return s.examples.every(({ inputs }) => inputs.every((x) => x === 0));
  let starves = true;
  yield* predicted(engine, s, cut(s, before), (outputs) => {
    starves = outputs.every((x) => x === 0);
    return starves;
  });
  return starves;
}
