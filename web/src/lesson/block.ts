/** The JSON of a `playground` block: what a page does to the playground. */
import { isDeeperThan } from '../scenario/depth';
import { lockIds, panelIds } from '../scenario/ids';
import { jsonProblem } from '../scenario/json';
import { limits } from '../scenario/limits';
import { refIn } from '../scenario/link/names';
import { list, object, oneOf, type Read, result, text } from '../scenario/reading';
import type { Layered, Result } from '../scenario/types';
import { lessonLimits } from './limits';
import { readQuantity } from './quantity';
import type { Page } from './types';

/** What a block says before the network is known that its names are of. */
export type Block = ReturnType<typeof readBlock>;

const anything: Read<unknown> = (value) => value;

const readBlock = object(
  {
    state: text,
    pick: text,
    panel: oneOf(panelIds),
    highlight: list(text, 'quantities', 0, lessonLimits.highlights),
    lock: list(oneOf(lockIds), 'names'),
    hide: list(oneOf(panelIds), 'names'),
    show: list(oneOf(panelIds), 'names'),
    ask: anything,
  },
  ['state', 'pick', 'panel', 'highlight', 'lock', 'hide', 'show', 'ask'],
);

/** A block as it is written; of its question, that there is one. */
export function parseBlock(json: string): Result<Block> {
  if (isDeeperThan(limits.depth, json)) {
    return { ok: false, path: '', message: `expects at most ${limits.depth} brackets inside each other` };
  }
  let block: unknown;
  try {
    block = JSON.parse(json);
  } catch {
    return { ok: false, path: '', message: jsonProblem(json) };
  }
  return result(readBlock, block);
}

/** Its names, in the network that the page shows. */
export const parseNames = (block: Block, network: Layered): Result<Pick<Page, 'pick' | 'highlight'>> =>
  result(
    () => ({
      ...(block.pick !== undefined && { pick: refIn(network, block.pick, 'pick') }),
      highlight: (block.highlight ?? []).map((name, k) => readQuantity(network, name, `highlight.${k}`)),
    }),
    block,
  );
