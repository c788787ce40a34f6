import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventNames } from '../../../web/src/embed/element/face';
import { readMessage } from '../../../web/src/embed/message';
import { readPresentation } from '../../../web/src/embed/presentation';
import { themes } from '../../../web/src/format/themes';
import { lessonIds } from '../../../web/src/lesson/builtIn';
import { lockIds, panelIds } from '../../../web/src/scenario/ids';

const text = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8');

/** What the page itself says that it knows. */
const known = (sentence: string | undefined): string[] =>
  (/knows only (.*): left out/.exec(sentence ?? '')?.[1] ?? '').split(/, | or /);

test('the page about embedding names every key, id, theme, message and event', () => {
  const keys = known(readPresentation('?nose=1').notices[0]);
  const refused = readMessage({ source: 'backprop-playground', v: 1, type: 'dance' });
  const types = (/one of (.*), got/.exec('message' in refused ? refused.message : '')?.[1] ?? '').split(', ');
  expect(keys).toHaveLength(10);
  expect(types).toHaveLength(12);
  for (const name of [...keys, ...types, ...panelIds, ...lockIds, ...themes, ...eventNames, ...lessonIds])
    expect(text).toContain(`\`${name}\``);
});

test('every address in it that embeds the page asks only for what there is', () => {
  const queries = [...text.matchAll(/https:\/\/playground\.example\/(\?[^#"`\s]*)/g)].map(([, query]) => query ?? '');
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) expect(readPresentation(query).notices, query).toEqual([]);
});
