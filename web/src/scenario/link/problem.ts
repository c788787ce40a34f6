/** What is wrong with a link, in sentences that name its key. */
import { type Refusal, refuse } from '../reading';
import type { Readable, Refused } from './opened';

/** Where `parse` finds a problem, and the key that says so in a link. */
const keyOfPath: readonly (readonly [RegExp, string])[] = [
  [/^start\.layers\.\d+\.weights/, 'w'],
  [/^start\.layers\.\d+\.biases/, 'b'],
  [/^start\.layers\.\d+\.frozen/, 'frozen'],
  [/^start\.layers/, 'net'],
  [/^start\.examples\.\d+\.targets/, 'y'],
  [/^start\.examples/, 'x'],
  [/^start\.dataset/, 'data'],
  [/^steps/, 'step'],
  [/^example/, 'ex'],
  [/^pick/, 'pick'],
];

/** The last name of a path is the key, where nothing else is said: `start.descent.alpha`. */
export const keyOf = (path: string): string =>
  keyOfPath.find(([pattern]) => pattern.test(path))?.[1] ?? path.slice(path.lastIndexOf('.') + 1);

export const sentence = ({ path, message }: Pick<Refusal, 'path' | 'message'>): string =>
  `In the link, “${path.slice(0, 40)}” ${message}.`;

export const refused = (problem: Pick<Refusal, 'path' | 'message'>, readable?: Readable): Refused => ({
  kind: 'refused',
  key: problem.path,
  message: sentence(problem),
  ...(readable && { readable }),
});

/** What stands in a readable link can be changed, its checksum cannot. */
const byHand = 'If you changed it yourself, delete “crc=…&” from it.';

/** A link that has a checksum, but another one. */
export const damaged = (key: string, readable: Readable | undefined): Refused => {
  const problem = refused(
    { path: key, message: 'does not match: the link is incomplete or was changed on its way' },
    readable,
  );
  const hint = !readable ? 'Nothing in it can be opened.' : key === 'crc' ? byHand : '';
  return { ...problem, message: `${problem.message} ${hint}`.trimEnd() };
};

export const changed = 'The link is incomplete or was changed on its way: what is open may not be what was sent.';

export const newer = 'was made by a newer version of this page';

/** Of a refusal of `parse`: the version that it got is above 1. */
export const isNewer = (message: string): boolean => Number(/^expects 1, got (\d+)$/.exec(message)?.[1] ?? 0) > 1;

/** Of `v`, where a link has it. */
export const isNewerVersion = (text: string): boolean => text !== '1' && /^[1-9]\d*$/.test(text);

export function checkVersion(text: string): void {
  if (text !== '1') refuse('v', isNewerVersion(text) ? newer : 'expects 1');
}
