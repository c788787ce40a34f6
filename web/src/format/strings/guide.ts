/** The words of the first minutes; they come with the first question. */
import type { Thought } from '../../state/guess';
import type { Standing } from '../../state/standing';

const both = (...what: (string | false)[]): string => what.filter(Boolean).join(' and ');

export const guideWords = {
  label: 'First steps',
  skip: 'Leave the first steps; they come back under Help',
  question: (delta: string, cost: string) => `Nudge one weight by ${delta}. Which moves ${cost} most?`,
  alike: 'all alike',
  right: (best: string, { smallest, farthest }: Standing) => {
    const which = both(smallest && 'the smallest', farthest && `the farthest`);
    return `Yes, ${best}${which && `, ${which}`}. Why just that one? Follow its nudge.`;
  },
  wrong: (chosen: string, best: string, cost: string, times: string, { nearest, largest }: Standing) => {
    const which = both(nearest && `nearest to ${cost}`, largest && 'the largest');
    return which
      ? `${chosen} is ${which}, yet ${best} moves ${cost} ${times} times as much. Follow its nudge.`
      : `${best} moves ${cost} ${times} times as much as ${chosen} does. Follow its nudge.`;
  },
  still: (chosen: string, best: string, cost: string) =>
    `Here ${chosen} does not move ${cost} at all, ${best} does. Follow the nudge of ${best}.`,
  none: (cost: string) => `Here none of them moves ${cost}. Follow a nudge and see where it stops.`,
  allAlike: (cost: string, isGuessed: boolean) => `${isGuessed ? 'Yes: here' : 'Here'} all of them move ${cost} alike.`,
  notAlike: (best: string, cost: string) => `Not alike: ${best} moves ${cost} most. Follow its nudge.`,
  follow: (best: string) => `Follow ${best}`,
  guess: (name: string) => `Guess first: how far does ${name} move?`,
  guessed: {
    right: (change: string) => `You guessed ${change}, and so it is.`,
    short: (change: string) => `You guessed ${change}, the change that arrives: this link rescales it once more.`,
    added: (change: string) => `You guessed ${change}, as if links added up: each multiplies what arrives.`,
  } satisfies Record<Thought, (change: string) => string>,
  powerless: (name: string, cost: string) =>
    `Now make ${name} powerless without touching ${name}: change something else until ${cost} no longer answers it.`,
  shut: (link: string, name: string, cost: string) =>
    `${link} is 0, so ${cost} no longer answers ${name}: one shut link stops everything.`,
  byItself: (name: string) => `That does not count: it was so before, or ${name} itself was touched.`,
  allFound: (name: string, cost: string) =>
    `That is all of them. The factors are multiplied, so any one of them at 0 cuts ${name} off from ${cost}.`,
  added: (sum: string) => `Added up, the factors would give ${sum}.`,
  badges: (count: number, of: number) => `${count} of ${of} ways found`,
  badge: (link: string, found: boolean) => `${link} = 0: ${found ? 'found' : 'not found yet'}`,
  goOn: 'Go on',
  choose: (name: string) => `Choose another weight under “Explain”, and watch which factors of ${name} stay.`,
  kept: (links: string, cost: string) =>
    `${links} stayed. What lies between a link and ${cost} is computed once and used by every weight before it: that is backpropagation.`,
  predict: (gradient: string, name: string) => `${gradient}. If you press Step now, does ${name} go up or down?`,
  up: 'up',
  down: 'down',
  answered: (right: boolean, direction: string, name: string) =>
    `${right ? 'Yes' : 'No'}: a step goes against the gradient, so ${name} goes ${direction}. Press Step and see.`,
  stepped: (name: string, was: string, is: string, cost: string, costWas: string, costIs: string) =>
    `${name} went from ${was} to ${is}, and ${cost} from ${costWas} to ${costIs}.`,
  stays: (name: string) => `The gradient is 0, so a step leaves ${name} where it is.`,
  links: (name: string, cost: string) =>
    `Last one. The same chain, one neuron longer: how many links lead from ${name} to ${cost}?`,
  linksRight: (count: number) => `Yes, ${count}: one more neuron, one more link, one more factor.`,
  linksWrong: (count: number) =>
    `One into each neuron, and one into the cost: ${count - 1} in the drawing, so ${count} with one neuron more.`,
  done: 'Done',
} as const;
