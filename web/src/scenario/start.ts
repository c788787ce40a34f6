/** What a first visit opens: the lecture note's network. */
import { firstWeight } from './refs';
import type { Bookmark, Notation, Scenario, WrittenScenario } from './types';

/**
 * Its values are chosen so that no two numbers on the page coincide except where mathematics makes them equal
 * (z₁ = a₁, ∂a₁/∂w₁ = i₁, ∂a₂/∂a₁ = w₂).
 */
export const startScenario: Scenario = {
  version: 1,
  title: "The note's network",
  layers: [
    { activation: 'relu', weights: [[0.4]] },
    { activation: 'relu', weights: [[0.7]] },
    { activation: 'sigmoid', weights: [[1.5]] },
  ],
  examples: [{ inputs: [1.2], targets: [1] }],
  loss: 'squared_error',
  descent: { rule: 'gradient_descent', alpha: 0.6 },
};

export const startNotation: Notation = { rate: 'α', cost: 'C', decimal: '.', digits: 3 };

/** A scenario as it is, with no step taken. */
export const bookmarkOf = <S extends WrittenScenario>(start: S): Bookmark<S> => ({
  version: 1,
  start,
  steps: 0,
  example: 0,
  pick: firstWeight,
  notation: startNotation,
});

export const startBookmark: Bookmark = bookmarkOf(startScenario);
