import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from '../../../web/src/embed/message';

const message = (fields: object) => ({ source: 'backprop-playground', v: 1, ...fields });

test('a good message of every type is read, its fields beside its type', () => {
  const good: object[] = [
    { type: 'hello' },
    { type: 'getState' },
    { type: 'setState', scenario: {} },
    { type: 'setState', bookmark: {} },
    { type: 'step' },
    { type: 'step', n: 12 },
    { type: 'run' },
    { type: 'pause' },
    { type: 'reset' },
    { type: 'loadLesson', lesson: '# One' },
    { type: 'page', page: 2 },
    { type: 'set', theme: 'dark', hide: ['nudge'], show: [], lock: ['w'] },
    { type: 'set' },
    { type: 'subscribe', events: ['state', 'progress', 'answer', 'complete'] },
    { type: 'screenshot', format: 'png' },
  ];
  for (const fields of good) {
    const { type, ...rest } = fields as { type: string };
    expect(readMessage(message({ ...fields, id: 'a' })), type).toEqual({ kind: 'good', id: 'a', type, fields: rest });
  }
  expect(readMessage(message({ type: 'set', lock: true }))).toMatchObject({
    fields: { lock: expect.arrayContaining(['w', 'rule']) },
  });
  expect(readMessage(message({ type: 'set', lock: false }))).toMatchObject({ fields: { lock: [] } });
});

test('a bad one says where and what, and keeps its id', () => {
  const bad: [fields: object, path: string][] = [
    [{ type: 'dance' }, 'type'],
    [{}, 'type'],
    [{ type: 'hello', v: 2 }, 'v'],
    [{ type: 'setState' }, 'scenario'],
    [{ type: 'setState', scenario: {}, bookmark: {} }, 'scenario'],
    [{ type: 'step', n: 0 }, 'n'],
    [{ type: 'step', n: 1_000_001 }, 'n'],
    [{ type: 'loadLesson' }, 'lesson'],
    [{ type: 'page', page: 0 }, 'page'],
    [{ type: 'set', theme: 'pink' }, 'theme'],
    [{ type: 'set', hide: 'nudge' }, 'hide'],
    [{ type: 'set', lock: ['w', 'nose'] }, 'lock.1'],
    [{ type: 'subscribe' }, 'events'],
    [{ type: 'subscribe', events: ['state', 'all'] }, 'events.1'],
    [{ type: 'screenshot', format: 'gif' }, 'format'],
  ];
  for (const [fields, path] of bad) {
    expect(readMessage({ ...message(fields), id: 7 }), path).toMatchObject({ kind: 'bad', id: 7, path });
  }
  expect(readMessage(message({ type: 'hello', id: {} }))).toMatchObject({ kind: 'bad', path: 'id' });
  expect(readMessage(message({ type: 'hello', id: Number.NaN }))).not.toHaveProperty('id');
});

test('what is not addressed to the page, or comes from it, is none of its business', () => {
  const none: unknown[] = [
    undefined,
    null,
    'hello',
    7,
    [],
    {},
    { source: 'other', v: 1, type: 'hello' },
    { type: 'hello', v: 1 },
  ];
  for (const data of none) expect(readMessage(data)).toEqual({ kind: 'none' });
  for (const type of ['reply', 'ready', 'resize', 'state', 'progress', 'answer', 'complete', 'error']) {
    expect(readMessage(message({ type, id: 1 })), type).toEqual({ kind: 'none' });
  }
  expect(readMessage(Object.create({ source: 'backprop-playground' }))).toEqual({ kind: 'none' });
});

test('anything at all is read without an error', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (type, value) => {
      for (const fields of [
        { type },
        { type: 'set', hide: value, lock: value },
        { type: 'step', n: value, id: type },
      ]) {
        expect(['none', 'bad', 'good']).toContain(readMessage(message(fields)).kind);
      }
    }),
    { numRuns: 2000 },
  );
});
