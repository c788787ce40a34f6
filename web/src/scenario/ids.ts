/** The names that queries, messages and lessons use for what is on the page. */

/** What can be hidden and shown. */
export const panelIds = [
  'diagram',
  'backward',
  'nudge',
  'chain',
  'phases',
  'landscape',
  'depth',
  'check',
  'diagnose',
  'slips',
  'table',
  'timeline',
  'examples',
  'lessons',
  'share',
  'embed',
  'player',
  'alpha',
  'given',
  'guide',
  'edit',
  'data',
  'undo',
  'document',
  'settings',
  'help',
  'window',
] as const;
export type PanelId = (typeof panelIds)[number];

/** What a reader may be kept from changing by hand. */
export const lockIds = ['w', 'b', 'x', 'y', 'alpha', 'net', 'loss', 'rule'] as const;
export type LockId = (typeof lockIds)[number];
