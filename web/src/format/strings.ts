/**
 * Every word on screen that is not a symbol or a number. Names are the field's standard terms; the words of the explanation
 * are nudge, strength (how strongly C answers), link, factor, step: one word each, everywhere.
 */
import type { Phase } from '../state/phase';
import { list } from './strings/list';

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small count as a word, a larger one in digits. */
function spelled(count: number, first = false): string {
  const word = numbers[count] ?? String(count);
  return first ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const counted = (count: number, word: string): string => `${spelled(count, true)} ${word}${count === 1 ? '' : 's'}`;

const locked = 'locked until the update';

export const strings = {
  name: 'Backprop Playground',

  header: {
    undo: 'Undo',
    redo: 'Redo',
    document: 'Document',
    lessons: 'Lessons',
    examples: 'Examples',
    share: 'Share',
    settings: 'Settings: digits and symbols',
    help: 'Help: keys and first steps',
  },

  network: {
    heading: 'Network',
    /** The note's sentence: what is given, what the network says, what may change. */
    given: (inputs: readonly string[], targets: readonly string[]) => `Given: ${list(inputs)}, and ${list(targets)}.`,
    shouldBe: (target: string, value: string) => `${target} should be ${value}`,
    says: (outputs: readonly string[]) => `The network says ${list(outputs)}.`,
    mayChange: (names: readonly string[]) =>
      names.length > 0 ? `Training may change only ${list(names)}.` : 'Training may change nothing: all is frozen.',
    mayChangeKinds: (weights: boolean, biases: boolean) =>
      `Training may change only the ${weights && biases ? 'weights and biases' : weights ? 'weights' : 'biases'}.`,
    legendForward: 'forward: values (thick: large weight, dashed: negative)',
    legendBackward: (cost: string) => `backward: how strongly ${cost} answers`,
    legendSlope: 'tangent: the neuron’s slope, which its factor contains',
    legendChangeable: 'may change: type, drag, − +',
    legendLocked: locked,
    legendGiven: 'given',
    legendSmall: 'small unit: press it for its numbers and weights',
    legendBare: 'line without a number: press it for its weight',
    givenTag: 'given',
    neuron: (symbol: string) => `neuron ${symbol}`,
    frozen: 'frozen',
    slope: 'slope',
    choose: (symbol: string) => `Choose ${symbol}: show why its gradient is what it is`,
    chooseLocked: (choose: string) => `${choose}: ${locked}`,
    chooseAfter: (choose: string, value: string) => `${choose}. After this step it is ${value}`,
    scroll: 'The network, scrollable',
  },

  field: {
    weight: (symbol: string) => `weight ${symbol}`,
    bias: (symbol: string) => `bias ${symbol}`,
    input: (symbol: string) => `input ${symbol}`,
    target: (symbol: string) => `target ${symbol}`,
    rate: (symbol: string) => `learning rate ${symbol}`,
    more: (label: string) => `Increase ${label}`,
    less: (label: string) => `Decrease ${label}`,
    notANumber: (text: string, kept: string) =>
      text.trim() === '' ? `Empty: kept ${kept}` : `“${text}” is not a number: kept ${kept}`,
    tooLarge: (text: string, kept: string) => `“${text}” is not a finite number: kept ${kept}`,
    tooSmall: (least: string, kept: string) => `Must be at least ${least}: kept ${kept}`,
    hint: 'Type a number, drag sideways, or press the arrow keys (Shift ×10, Alt ÷10).',
  },

  welcome: {
    line: (weight: string, cost: string) => `Start here: drag ${weight} sideways or press its +, and watch ${cost}.`,
    done: 'Got it',
    moved: (cost: string, before: string, now: string) =>
      before === now ? `${cost} is ${now} as before.` : `${cost} was ${before}, now it is ${now}.`,
  },

  nudge: {
    heading: 'Follow the nudge',
    lead: (delta: string) => `${delta}: what would really happen`,
    size: 'Nudge by',
    walk: 'Follow it hop by hop',
    next: 'Next hop',
    toRatio: 'Turn into ratios',
    toSymbol: 'Turn into symbols',
    previous: 'Hop back',
    again: 'From the start',
    several: 'several',
    more: (n: number) => `and ${n} more`,
    face: 'Show as',
    faces: { change: 'changes', ratio: 'ratios', symbol: 'symbols' },
    onlyParameters: 'Choose a weight to nudge it.',
    shut: 'nothing arrives',
    later: (symbol: string) => `${symbol} is not computed yet in this phase, so there is nothing to follow.`,
    changeOf: (name: string) => `${name} changes by `,
  },

  chain: {
    heading: 'Chain rule',
    why: 'Why is',
    choose: 'Explain',
    strength: (from: string, cost: string) => `= how strongly ${from} moves ${cost}`,
    slots: (links: number) =>
      `${counted(links, 'link')} to follow, and ${links === 1 ? 'a number' : 'numbers'} to find. Each hop of the nudge fills a slot.`,
    showAll: 'show all',
    shrinks: 'What shrinks it, what grows it',
    logScale: 'log scale',
    /** `tiles`: how many factors are written, where links are opened into slope and weight. */
    summary: (links: number, tiles: number, from: string, cost: string) =>
      tiles > links
        ? `${counted(links, 'link')} from ${from} to ${cost}, opened into slope and weight: ${spelled(tiles)} factors, multiplied.`
        : links === 1
          ? `One link from ${from} to ${cost}: one factor.`
          : `${counted(links, 'link')} from ${from} to ${cost}: each rescales the nudge, so ${spelled(links)} factors, multiplied.`,
    addsUp: (factor: string, cost: string) => `${factor} adds up every way from there to ${cost}.`,
    touch: 'Touch a factor to find its place in the network.',
    later: (symbol: string) => `${symbol} is not computed yet. The backward phase brings it.`,
    laterUpdate: 'The update comes in the next phase.',
    terms: (unit: string, count: number) => `${unit} feeds ${count} units, so its factor is a sum, one term for each:`,
    termsOfOutputs: (z: string, count: number) =>
      `${z} moves all ${count} outputs, since softmax shares one total among them, so its factor is a sum:`,
    updateMean: (count: number) => `a step takes the mean over all ${count} examples; above is the shown one’s alone`,
    mean: 'mean',
    byRule: (rule: string) => `by the rule ${rule}, which remembers earlier steps`,
    frozen: 'frozen: a step leaves it alone',
    blocked: (cost: string) => `This link is shut: whatever comes before it, ${cost} does not move.`,
    shut: 'shut',
    equals: 'equals',
    times: 'times',
    once: 'Computed once.',
    grows: 'grows the nudge',
    shrinksIt: 'shrinks the nudge',
    keeps: 'leaves the nudge as it is',
    flips: ' and turns its sign',
    kink: (z: string, slope: string) => `kink at ${z}: slope ${slope}`,
  },

  descent: {
    heading: 'Descent',
    step: 'Step',
    stepHint: 'One gradient-descent step: all weights at once, from the old values',
    play: 'Play',
    pause: 'Pause',
    back: 'One step back',
    reset: 'To the start',
    resetToEdit: 'To the last edit',
    speed: 'Speed',
    runs: 'Runs: long ones, and comparing two',
    runsShort: 'Runs',
    perSecond: (n: string) => `${n}/s`,
    phases: 'One step in four phases',
    phase: { forward: 'Forward', cost: 'Cost', backward: 'Backward', update: 'Update' } satisfies Record<Phase, string>,
    previousStage: 'One part of the step back',
    nextStage: 'One part of the step on',
    leavePhases: 'Leave the phases: show everything',
    notUsed: 'not used here',
    mean: 'mean',
    afterEdit: ' after an edit',
    at: (step: string) => `step ${step}`,
    scrub: 'Step to revisit',
    curve: (cost: string) => `${cost} over steps`,
    edited: 'edited here',
    empty: (cost: string) => `Step or Play draws ${cost} here`,
  },

  dismiss: 'Dismiss',
} as const;
