/** The words of the Examples menu. */
import type { PresetId } from '../../scenario/presets';
import { closerWords } from './closer';

/** What to look for, told with the reader's symbols of cost and learning rate, and way of writing numbers. */
export type Look = (cost: string, rate: string, write: (x: number) => string) => string;

export const exampleWords = {
  heading: 'Examples',
  lead: 'Networks chosen so that one thing is plain to see. What is on screen stays one undo away.',
  look: {
    note: (cost: string) => `The chain of the lecture note. Which of its three weights moves ${cost} most?`,
    shallow: () =>
      `One neuron that says the same as the note’s three: fewer links to follow, only one weight to blame. “${closerWords.names.depth}” below puts it beside the chain.`,
    diamond: () => 'Neuron 1 feeds two units. In the chain of its weight, two terms of opposite sign add up.',
    textbook: (cost: string, _rate: string, write: (x: number) => string) =>
      `A well-known worked example; its biases are frozen. Take one step: ${cost} falls from ${write(0.298)} to ${write(0.291)}.`,
    xor: () =>
      'Four examples, one network. Play: their mean cost falls, slowly at first. For which examples does it rise on the way?',
    dead: (cost: string) =>
      `w₁ is negative, so the first ReLU is shut. Every gradient is 0 although ${cost} is not: look which factors are 0.`,
    vanishing: () =>
      'Each sigmoid slope is at most a quarter. Compare the bars, and the gradients of the first and the last weight.',
    exploding: (_cost: string, rate: string) =>
      `w₁ is tiny and its gradient huge: every link grows the nudge. Take one step: how small must ${rate} be? “${closerWords.names.diagnose}” tells.`,
    fates: (cost: string, rate: string) =>
      `Play with ${rate} = 2, then from the start with ${rate} = 8, then with ${rate} = 10. ${cost} falls; rises and recovers; rises and stays.`,
    confident: () =>
      'The error is almost as large as it can be, yet the gradient is almost 0. Which tangent is to blame?',
  } as Record<PresetId, Look>,
} as const;
