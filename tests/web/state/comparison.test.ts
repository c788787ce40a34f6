import { describe, expect, test } from 'vitest';
import { withAlpha } from '../../../web/src/scenario/edits';
import { startScenario } from '../../../web/src/scenario/start';
import { earlierThan } from '../../../web/src/state/earlier';
import type { Playground } from '../../../web/src/state/playground';
import { engine, stage } from './stage';

const earlier = (p: Playground) => earlierThan(p.run.value, p.history.value);
const faster = withAlpha(startScenario, 2);

describe('earlier runs', () => {
  test('are none at first, and none but the present one after steps', () => {
    const { playground: p } = stage();
    expect(earlier(p)).toEqual([]);
    p.step(5);
    expect(earlier(p)).toEqual([]);
  });

  test('hold what an edit at the start replaced: the same network with another α, from its own beginning', () => {
    const { playground: p } = stage();
    p.step(20);
    p.reset();
    p.edit(faster);
    p.step(30);
    expect(earlier(p)).toEqual([{ start: startScenario, steps: 20 }]);
    p.compare(earlier(p)[0]);
    expect(p.compared.value?.from).toBe(0);
    expect(p.compared.value?.costs).toStrictEqual(engine.descend(startScenario, 20).costs);
    expect(p.timeline.value.costs).toStrictEqual(engine.descend(faster, 30).costs);
  });

  test('hold the whole of a run that was edited half way, so that one sees how it would have gone on', () => {
    const { playground: p } = stage();
    p.step(20);
    p.seek(5);
    p.edit(withAlpha(p.scenario.value, 2));
    p.step(8);
    expect(earlier(p)).toEqual([{ start: startScenario, steps: 20 }]);
    p.compare(earlier(p)[0]);
    expect(p.compared.value?.from).toBe(0);
    expect(p.compared.value?.costs).toHaveLength(21);
    expect(p.compared.value?.costs.slice(0, 6)).toStrictEqual(p.timeline.value.costs.slice(0, 6));
  });

  test('come the latest first, each start once', () => {
    const { playground: p } = stage();
    for (const alpha of [0.1, 0.2, 0.3]) {
      p.reset();
      p.edit(withAlpha(startScenario, alpha));
      p.step(4);
      p.step(4);
    }
    expect(earlier(p).map(({ start, steps }) => [start.descent.alpha, steps])).toEqual([
      [0.2, 8],
      [0.1, 8],
    ]);
  });

  test('go with the document they belong to', () => {
    const { playground: p } = stage();
    p.step(3);
    p.reset();
    p.edit(faster);
    p.step();
    p.compare(earlier(p)[0]);
    p.open({ ...p.bookmark(), steps: 0 });
    expect(p.compared.value).toBeUndefined();
  });
});

test('moving along the run leaves its costs as they are: the same array', () => {
  const { playground: p } = stage();
  p.step(50);
  p.edit(withAlpha(p.scenario.value, 2));
  p.step(50);
  const { costs } = p.timeline.value;
  p.seek(7);
  expect(p.timeline.value.position).toBe(7);
  expect(p.timeline.value.costs).toBe(costs);
});
