/** The words of the Help dialog. */
export const helpWords = {
  heading: 'Help',
  steps: 'First steps',
  first: 'All of them in turn',
  prompts: {
    question: (cost: string) => `Which weight moves ${cost} most?`,
    walk: 'Follow a nudge, guess first',
    powerless: 'Make a weight powerless',
    reuse: 'What another weight shares',
    predict: 'Predict the step',
    links: 'How many links?',
  },
  noSteps:
    'The questions of the first steps are about chains of two to four weights. The note’s chain is under Examples.',
  keys: 'Keys',
  list: (write: (x: number) => string) => [
    ['Tab', 'to the next number or button'],
    ['↑ ↓', `on a number: change it by ${write(0.01)} (Shift ×10, Alt ÷10)`],
    ['Escape', 'on a number: back to what it was'],
    ['Ctrl+Z', 'undo an edit, a drag, a step or a whole run of Play'],
    ['Ctrl+Shift+Z', 'redo'],
    ['← →', 'in “Follow the nudge”: one hop back or on; on the cost curve: one step back or on'],
    ['Ctrl+wheel', 'on the drawing of a network: make it larger or smaller'],
    ['↑ ↓ ← →', 'on a small unit of a wide network: to its neighbours; Enter shows its numbers'],
    ['Home, End', 'on the cost curve: to its first or last step'],
    ['← → ↑ ↓', 'in the landscape: move the point, and the weights with it'],
  ],
  mouse:
    'Mouse and touch: drag sideways on any number; drag on the cost curve to revisit a step; touch a factor to find its place.',
  about: 'About',
  version: (name: string, version: string, licence: string) => `${name} ${version}. Free under the ${licence} licence.`,
  problem: 'Report a problem',
  how: 'Tell whoever gave you this page what you did, what you expected and what you saw. The text below says what was on screen and where; it holds your network and its examples, and nothing else about you.',
  details: 'What to send along',
  copy: 'Copy',
  copied: 'Copied.',
  copyByHand: 'The browser does not let this page copy. Select the text and copy it.',
} as const;
