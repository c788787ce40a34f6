/** What of a document is whole when its canonical JSON was cut off somewhere. */
import { isDeeperThan } from '../depth';
import { limits } from '../limits';
import { startScenario } from '../start';

export interface Partial {
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
  const { value, isCut } = closed(json);
  const document = recordOf(value);
  const start = recordOf(document?.start);
  const has = (key: string) => start !== undefined && Object.hasOwn(start, key);
  if (!has('layers') || !(has('examples') || has('dataset'))) return undefined;
  const { loss, descent } = startScenario;
  return {
    document: { ...document, start: { loss, descent, ...start } },
    missing: ['loss', 'descent'].filter((key) => !has(key)),
    isCut,
  };
}

const recordOf = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

/** Members deeper than these two levels, the bookmark's and its start's, are only taken whole. */
const deepest = 2;

/** The longest beginning that ends with a whole member, its brackets closed; undefined when there is none. */
function closed(json: string): { readonly value: unknown; readonly isCut: boolean } {
  const open: string[] = [];
  let inText = false;
  let whole = '';
  const take = (end: number) => {
    if (open.length <= deepest) whole = json.slice(0, end) + [...open].reverse().join('');
  };
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') inText = !inText;
    else if (inText) at += character === '\\' ? 1 : 0;
    else if (character === ',') take(at);
    else if (character === '[' || character === '{') open.push(character === '[' ? ']' : '}');
    else if (character === ']' || character === '}') {
      if (open.pop() !== character) break;
      take(at + 1);
    }
  }
  return { value: parsed(whole), isCut: whole !== json };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
