/** The words of the embed builder. */
import type { LockId, PanelId } from '../../scenario/ids';
import { closer } from './closer';

export const builderWords = {
  open: 'Embed in a page…',
  openHint: 'An iframe for a course site, with what it should show.',
  heading: 'Embed',
  lead: 'Choose what the page shows inside another one, then copy the code into it. It holds the network on screen.',
  back: 'Back to the link',

  shown: 'On the page',
  panels: {
    diagram: 'Drawing',
    nudge: 'Follow the nudge',
    chain: 'Chain rule',
    backward: 'Derivatives in the drawing',
    phases: 'Phases of a step',
    timeline: 'Cost curve and runs',
    table: 'Tables and Data',
    ...closer.names,
    examples: 'Examples',
    share: 'Share',
    lessons: 'Lessons',
    embed: 'Embed',
    player: 'Step and Play',
    alpha: 'Learning rate',
    given: 'What is given',
    guide: 'Greeting and questions',
    edit: 'Edit',
    data: 'Data',
    undo: 'Undo and redo',
    document: 'Document',
    settings: 'Settings',
    help: 'Help',
    window: 'Open in a window',
  } satisfies Record<PanelId, string>,
  opened: 'Open from the start',
  nothing: 'nothing',

  changed: 'Readers may change',
  locks: {
    w: 'weights',
    b: 'biases',
    x: 'inputs',
    y: 'targets',
    alpha: 'learning rate',
    net: 'layers and units',
    loss: 'loss',
    rule: 'rule',
  } satisfies Record<LockId, string>,

  theme: 'Look',
  themes: {
    reader: 'each reader’s own',
    auto: 'as the system asks',
    light: 'light',
    dark: 'dark',
    projector: 'projector',
  },
  autoplay: 'Play from the start (never for readers who want no motion)',

  preview: 'Preview',
  fromFile:
    'No preview: this page is open from a file. The code names that file, so it works on this computer alone; put the page on a web server for code that works elsewhere.',
  width: 'Width of the preview',
  height: (pixels: number) => `${pixels} px high at this width`,

  form: 'As',
  forms: { frame: 'iframe', element: 'script' },
  formHints: {
    frame: 'Works wherever iframes do. The height is that of the preview: choose the width of your column.',
    element: 'Follows the height by itself. For pages that may load a script.',
  },
  code: 'Code to paste',
  copy: 'Copy code',
  copied: 'Copied.',
  copyByHand: 'The browser does not let the page copy. The code is selected: press Ctrl+C (⌘C).',
  title: (network: string) => `Backprop Playground${network ? `: ${network}` : ''}`,
  link: (network: string) => `Open ${network || 'the network'} in a window of its own`,
} as const;
