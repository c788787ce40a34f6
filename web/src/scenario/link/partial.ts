/** What of a document is whole when its canonical JSON was cut off somewhere. */
import { isDeeperThan } from '../depth';
import { limits } from '../limits';
import { startScenario } from '../start';

interface Partial {
  readonly document: unknown;
  /** Keys of the start that did not arrive, and whether anything else may be missing. */
  readonly missing: readonly string[];
  readonly isCut: boolean;
}

/**
 * The document as far as its bookmark and its start have whole members; a missing loss and descent come from the start
 * document. Undefined when not even the network and its examples have arrived.
 */
export function partialDocument(json: string): Partial | undefined {
  if (isDeeperThan(limits.depth, json)) return undefined;
  const whole = closed(json);
  const document = recordOf(parsed(whole));
  const start = recordOf(document?.start);
  const has = (key: string) => start !== undefined && Object.hasOwn(start, key);
  if (!has('layers') || !(has('examples') || has('dataset'))) return undefined;
  const { loss, descent } = startScenario;
  return {
    document: { ...document, start: { loss, descent, ...start } },
    missing: ['loss', 'descent'].filter((key) => !has(key)),
    isCut: whole !== json,
  };
}

const recordOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

/** The longest beginning that ends with a whole member of the bookmark or its start, its brackets closed; '' without one. */
function closed(json: string): string {
  const open: string[] = [];
  let deepest = 2; // inside the start, which is the first object that a bookmark holds
  let inText = false;
  let whole = '';
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') inText = !inText;
    else if (inText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') open.push(character === '[' ? ']' : '}');
    else if (character === ']' || character === '}') {
      if (open.pop() !== character) break;
      deepest = Math.min(deepest, Math.max(open.length, 1));
      if (open.length <= deepest) whole = json.slice(0, at + 1) + brackets(open);
    } else if (character === ',' && open.length <= deepest) whole = json.slice(0, at) + brackets(open);
  }
  return whole;
}

const brackets = (open: readonly string[]): string => [...open].reverse().join('');

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
