/** What is said about a query that asks for what is not there, and about what a page keeps its reader from changing. */
const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
const either = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

export const presentationWords = {
  bad: (key: string, value: string, expects: string) =>
    `The address says ${key}=${quoted(value)}, but ${key} is ${expects}: left out.`,
  unknownId: (key: string, name: string, ids: readonly string[]) =>
    `The address says ${key}=${quoted(name)}, but ${key} knows only ${either(ids)}: left out.`,
  unknownKey: (name: string, keys: readonly string[]) =>
    `The address has ${quoted(name)}, but its query knows only ${either(keys)}: left out.`,
  twice: (key: string) => `The address has ${key} twice: the first one counts.`,
  unreadable: (key: string) => `The address has ${key} without a readable value: left out.`,
  flag: '0 or 1',
  oneOf: either,
  origin: 'an origin such as https://example.org, without a path; no messages are exchanged',
  lessonName: 'the name of a lesson',
  page: 'a page number from 1',
  still: 'The address asks to play at once, but also for no motion: press Play to start.',

  lockedNames: {
    w: 'the weights',
    b: 'the biases',
    x: 'the inputs',
    y: 'the targets',
    alpha: 'the learning rate',
    net: 'the layers and units',
    loss: 'the loss',
    rule: 'the rule and its numbers',
  },
  locked: (names: readonly string[]) => `This page keeps ${names.join(', ')} unchanged.`,

  ownWindow: 'Open in a window',
  ownWindowHint: 'The same network in a window of its own',
} as const;
