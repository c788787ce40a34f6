import { describe, expect, test } from 'vitest';
import { withParameter } from '../../../../web/src/scenario/edits';
import { withoutUnit } from '../../../../web/src/scenario/editsOfShape';
import { firstWeight, parameterAt } from '../../../../web/src/scenario/refs';
import { bookmarkOf } from '../../../../web/src/scenario/start';
import type { ParameterRef, Scenario } from '../../../../web/src/scenario/types';
import { keepFinds } from '../../../../web/src/view/guide/finds';
import { createGuide } from '../../../../web/src/view/guide/guide';
import { stage, wide } from '../../state/stage';

/** A guide whose reader lets go when the test says so. */
function guided(isNew: boolean, bookmark?: Parameters<typeof stage>[0]) {
  const { playground } = stage(bookmark);
  let waiting: (() => void) | undefined;
  const guide = createGuide(playground, isNew, (then) => {
    waiting = then;
  });
  const edit = (ref: ParameterRef = firstWeight) => {
    const now = playground.scenario.peek();
    playground.edit(withParameter(now, ref, parameterAt(now, ref) + 0.01));
  };
  const letGo = () => {
    waiting?.();
    waiting = undefined;
  };
  return { playground, guide, edit, letGo };
}

describe('the guide', () => {
  test('asks after the first change of a new reader, once the hand has let go', () => {
    const { guide, edit, letGo } = guided(true);
    expect(guide.scene.value.kind).toBe('away');
    edit();
    expect(guide.scene.value.kind).toBe('away');
    letGo();
    expect(guide.scene.value.kind).toBe('question');
  });

  test('asks a reader who has been here nothing, until the first steps are wanted again', () => {
    const { guide, edit, letGo } = guided(false);
    edit();
    letGo();
    expect(guide.scene.value.kind).toBe('away');
    guide.restart();
    edit();
    letGo();
    expect(guide.scene.value.kind).toBe('question');
  });

  test('takes an unanswered question away with a change of something else, and keeps one that is being answered', () => {
    const { guide, edit, letGo } = guided(true);
    edit();
    letGo();
    edit();
    edit();
    expect(guide.scene.value.kind).toBe('question');
    edit({ layer: 1, unit: 0, input: 0 });
    expect(guide.scene.value.kind).toBe('away');
    guide.show({ kind: 'powerless', found: [] });
    edit();
    expect(guide.scene.value.kind).toBe('powerless');
  });

  test('bears units that go, before the question and after it', () => {
    const { guide, playground, edit, letGo } = guided(true);
    const now = () => playground.scenario.peek();
    const wider = (s: Scenario): Scenario => ({
      ...s,
      layers: s.layers.map((layer, k) => (k > 1 ? layer : { ...layer, weights: k ? [[0.7, 0.1]] : [[0.4], [0.5]] })),
    });
    for (const kind of ['question', 'away']) {
      playground.edit(wider(now()));
      playground.edit(withoutUnit(now(), 0, 1));
      letGo();
      expect(guide.scene.value.kind).toBe(kind);
      edit();
    }
  });

  test('asks nothing of a network with biases or many weights', () => {
    const { guide, edit, letGo } = guided(true, bookmarkOf(wide));
    edit();
    letGo();
    expect(guide.scene.value.kind).toBe('away');
  });

  test('counts each link that the reader shuts once', () => {
    const { guide, playground } = guided(true);
    guide.show({ kind: 'powerless', found: [] });
    keepFinds(playground, guide);
    const found = () => (guide.scene.value.kind === 'powerless' ? guide.scene.value.found.length : Number.NaN);
    const next = { layer: 1, unit: 0, input: 0 };
    for (const [value, count] of [
      [0, 1],
      [0.7, 1],
      [-0.7, 1],
    ] as const) {
      playground.edit(withParameter(playground.scenario.peek(), next, value));
      expect(found()).toBe(count);
    }
  });

  test('does not count a link that the weight itself shuts, and goes on counting after', () => {
    const { guide, playground } = guided(true);
    guide.show({ kind: 'powerless', found: [] });
    keepFinds(playground, guide);
    const found = () => (guide.scene.value.kind === 'powerless' ? guide.scene.value.found.length : Number.NaN);
    const own = { layer: 0, unit: 0, input: 0 };
    const last = { layer: 2, unit: 0, input: 0 };
    for (const [ref, value, count] of [
      [own, -0.4, 0],
      [last, 1.2, 0],
      [own, 0.9, 0],
      [last, 0, 1],
    ] as const) {
      playground.edit(withParameter(playground.scenario.peek(), ref, value));
      expect(found()).toBe(count);
    }
  });
});
