import { describe, expect, test } from 'vitest';
import { withAlpha, withInput, withParameter, withTarget } from '../../../web/src/scenario/edits';
import { bookmarkOf } from '../../../web/src/scenario/start';
import type { Dataset, NamedScenario } from '../../../web/src/scenario/types';
import { engine, stage, wide } from './stage';

const moons: Dataset = { name: 'moons', count: 40, noise: 0.1, seed: 7 };
const { examples: _, ...rest } = wide;
const taught: NamedScenario = { ...rest, dataset: moons };
const w1 = { layer: 0, unit: 0, input: 0 };

describe('a document that names a data set', () => {
  test('is shown with the examples the core makes of it', () => {
    const { playground: p } = stage({ ...bookmarkOf(taught), example: 39, steps: 3 });
    expect(p.scenario.value.examples).toEqual(engine.examples(moons));
    expect(p.scenario.value).not.toHaveProperty('dataset');
    expect(p.evaluation.value).toEqual(engine.evaluate(engine.descend(taught, 3).scenario, 39));
    expect(p.gradient.value).toEqual(engine.gradient(engine.descend(taught, 3).scenario));
  });

  test('is bookmarked as it came, wherever training and edits of the network have led', () => {
    const { playground: p } = stage(bookmarkOf(taught));
    expect(p.bookmark()).toStrictEqual(bookmarkOf(taught));
    p.step(5);
    expect(p.bookmark()).toStrictEqual({ ...bookmarkOf(taught), steps: 5 });
    p.edit(withParameter(p.scenario.value, w1, 2));
    p.edit(withAlpha(p.scenario.value, 0.1));
    const { start } = p.bookmark();
    expect(start.dataset).toBe(moons);
    expect(start).not.toHaveProperty('examples');
    const { playground: q } = stage(p.bookmark());
    expect(q.scenario.value).toStrictEqual(p.scenario.value);
  });

  test('has its examples listed once one of them is edited, and its name back when that is undone', () => {
    const { playground: p } = stage(bookmarkOf(taught));
    p.edit(withTarget(p.scenario.value, 3, 0, 0.25));
    const { start } = p.bookmark();
    expect(start).not.toHaveProperty('dataset');
    const expected = engine.examples(moons).map((example, n) => (n === 3 ? { ...example, targets: [0.25] } : example));
    expect(start.examples).toEqual(expected);
    p.undo();
    expect(p.bookmark().start).toStrictEqual(taught);
    p.edit(withInput(p.scenario.value, 0, 1, 9));
    expect(p.bookmark().start).not.toHaveProperty('dataset');
  });

  test('opens over another one, which undo brings back', () => {
    const { playground: p } = stage(bookmarkOf(wide));
    p.open(bookmarkOf(taught));
    expect(p.scenario.value.examples).toHaveLength(40);
    p.showExample(39);
    p.undo();
    expect(p.bookmark().start).toStrictEqual(wide);
    expect(p.example.value).toBe(0);
    p.redo();
    expect(p.bookmark().start).toStrictEqual(taught);
  });

  test('is listed for an edit, and named in the bookmark of it', () => {
    const { playground: p } = stage(bookmarkOf(wide));
    p.edit(p.listed({ ...taught, dataset: { ...moons, count: 10 } }));
    expect(p.scenario.value.examples).toHaveLength(10);
    expect(p.bookmark().start.dataset).toEqual({ ...moons, count: 10 });
  });

  test('that no network fits is refused, and what was on screen stays', () => {
    const { playground: p } = stage(bookmarkOf(wide));
    p.open(bookmarkOf({ ...taught, dataset: { ...moons, count: 0 } }));
    expect(p.notice.value).toMatchObject({ kind: 'refused', path: 'dataset.count' });
    expect(p.bookmark().start).toStrictEqual(wide);
  });
});
