/** What a window around the page may ask of it: one shape per type, read by the readers that read documents. */
import { themes } from '../format/themes';
import { lockIds, panelIds } from '../scenario/ids';
import { limits } from '../scenario/limits';
import { list, object, oneOf, type Read, refuse, result, text, whole } from '../scenario/reading';
import type { Result } from '../scenario/types';
import { eventNames } from './element/face';

export const source = 'backprop-playground';
export const protocol = 1;

/** Read later, as a document; its own shape is none of this module's business. */
const anything: Read<unknown> = (value) => value;

/** `true` = all of them, `false` = none, or a list. */
const locks: Read<readonly (typeof lockIds)[number][]> = (value, path, notes) =>
  value === true ? lockIds : value === false ? [] : list(oneOf(lockIds), 'ids', 0, lockIds.length)(value, path, notes);
const panels = list(oneOf(panelIds), 'ids', 0, panelIds.length);

const readDocument = object({ scenario: anything, bookmark: anything }, ['scenario', 'bookmark']);

const shapes = {
  hello: object({}),
  getState: object({}),
  setState: (value: unknown, path: string, notes: Parameters<Read<unknown>>[2]) => {
    const read = readDocument(value, path, notes);
    const one = (read.scenario === undefined) !== (read.bookmark === undefined);
    return one ? read : refuse('scenario', 'expects a scenario or a bookmark, one of the two');
  },
  step: object({ n: whole(1, limits.steps) }, ['n']),
  run: object({}),
  pause: object({}),
  reset: object({}),
  loadLesson: object({ lesson: text }),
  page: object({ page: whole(1, 9999) }),
  set: object({ theme: oneOf(themes), hide: panels, show: panels, lock: locks }, ['theme', 'hide', 'show', 'lock']),
  subscribe: object({ events: list(oneOf(eventNames), 'events', 0, eventNames.length) }),
  screenshot: object({ format: oneOf(['svg', 'png']) }),
} satisfies Record<string, Read<unknown>>;

type Shapes = typeof shapes;
export type MessageType = keyof Shapes;
/** What lies beside `type`. */
export type Fields<T extends MessageType> = ReturnType<Shapes[T]>;

/** What the page itself sends: a host that echoes it gets no answer, which it would echo as well. */
const own: readonly unknown[] = ['reply', 'ready', 'resize', ...eventNames, 'error'];

export type Id = string | number;

export type Asked =
  /** Not for this page. */
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly id?: Id; readonly path: string; readonly message: string }
  | {
      [T in MessageType]: { readonly kind: 'good'; readonly id?: Id; readonly type: T; readonly fields: Fields<T> };
    }[MessageType];

/** Whether it bears the name of this page; nothing else about it is known then. */
export const isAddressed = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, 'source') && Reflect.get(data, 'source') === source;

export function readMessage(data: unknown): Asked {
  if (!isAddressed(data)) return { kind: 'none' };
  const { source: _, v, type, id, ...fields } = data;
  if (own.includes(type)) return { kind: 'none' };
  if (id !== undefined && typeof id !== 'string' && !(typeof id === 'number' && Number.isFinite(id))) {
    return { kind: 'bad', path: 'id', message: 'expects text or a number' };
  }
  const named = id === undefined ? {} : { id };
  const bad = (path: string, message: string): Asked => ({ kind: 'bad', ...named, path, message });
  const version = result(oneOf([protocol]), v);
  if (!version.ok) return bad('v', version.message);
  const known = result(oneOf(Object.keys(shapes) as MessageType[]), type);
  if (!known.ok) return bad('type', known.message);
  const read: Result<unknown> = result<unknown>(shapes[known.value], fields);
  if (!read.ok) return bad(read.path, read.message);
  return { kind: 'good', ...named, type: known.value, fields: read.value } as Asked;
}
