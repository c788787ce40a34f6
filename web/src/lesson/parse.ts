/**
 * A lesson's Markdown -> a Lesson, or what is wrong with it and where. This brings the reader of Markdown: import it when a
 * lesson is opened. Whatever the text is, nothing is thrown.
 */
import type { Code, Root, RootContent } from 'mdast';
import { decodeFragment, type Initialise } from '../scenario/link/decode';
import { bookmarkOf, startScenario } from '../scenario/start';
import type { Bookmark, Layered, Result, WrittenScenario } from '../scenario/types';
import { parseAsk, type Unnamed } from './ask';
import { parseBlock, parseNames, type Block as Written } from './block';
import { separated } from './frontMatter';
import { lessonLimits } from './limits';
import { blocksOf, definitionsOf, isPlayground, lineOf, plainText, type Reading, treeOf } from './markdown';
import { Findings, type Problem, problemText } from './problem';
import { tooLarge } from './size';
import type { Ask, Block, Lesson, Page } from './types';

/** Everything that can be said about a lesson: for its author. `lesson` is absent where there are problems. */
interface Read {
  readonly lesson?: Lesson;
  /** From the first line to the last. */
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
}

/**
 * The lesson, or its first problem: `path` is "line 12", `message` what is expected there. Notices begin with their line too.
 *
 * @param initialise the engine's, for a state that leaves its weights to a scheme and a seed
 */
export async function parseLesson(markdown: string, initialise: Initialise): Promise<Result<Lesson>> {
  const { lesson, problems, remarks } = await readLesson(markdown, initialise);
  if (lesson) return { ok: true, value: lesson, notices: remarks.map(problemText) };
  const [{ line, message } = { line: 1, message: 'expects a lesson' }, ...more] = problems;
  const others = more.length > 0 ? `; and ${more.length} more ${more.length === 1 ? 'problem' : 'problems'}` : '';
  return { ok: false, path: `line ${line}`, message: `${message}${others}` };
}

export async function readLesson(markdown: string, initialise: Initialise): Promise<Read> {
  const findings = new Findings();
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lesson = await lessonOf(text, initialise, findings);
  const { problems, remarks } = findings;
  return { ...(lesson && problems.length === 0 && { lesson }), problems, remarks };
}

async function lessonOf(text: string, initialise: Initialise, findings: Findings): Promise<Lesson | undefined> {
  const problem = tooLarge(text);
  if (problem) {
    findings.refuse(problem.line, problem.message);
    return undefined;
  }
  const { front, body } = separated(text, findings);
  const root = treeOf(body);
  remarkHeadings(root, body, findings);
  const parts = partsOf(root);
  if (parts.length === 0) findings.refuse(1, 'expects a page with text, and there is none');
  if (parts.length > lessonLimits.pages) {
    findings.refuse(1, `expects at most ${lessonLimits.pages} pages, got ${parts.length}`);
    return undefined;
  }
  const pages = await pagesOf(parts, definitionsOf(root), initialise, findings);
  const { title = pages.find((page) => page.title)?.title ?? '', ...rest } = front;
  return { title, ...rest, pages };
}

/** The nodes of each page; what is empty is no page. */
function partsOf(root: Root): readonly (readonly RootContent[])[] {
  const parts: RootContent[][] = [[]];
  for (const node of root.children) {
    if (node.type === 'thematicBreak') parts.push([]);
    else if (node.type !== 'definition') parts.at(-1)?.push(node);
  }
  return parts.filter((nodes) => nodes.length > 0);
}

async function pagesOf(
  parts: readonly (readonly RootContent[])[],
  definitions: Reading['definitions'],
  initialise: Initialise,
  findings: Findings,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let network: Layered = startScenario;
  for (const [k, nodes] of parts.entries()) {
    const written = nodes.filter(isPlayground).flatMap((node) => writtenOf(node as Code, findings));
    const state = await stateOf(written, initialise, findings);
    network = state?.start ?? network;
    pages.push(pageOf(k + 1, nodes, written, state, { network, definitions, findings, offset: 0 }));
  }
  return pages;
}

/** A playground block, read as far as that goes without a network. */
interface Placed {
  readonly node: Code;
  readonly block: Written;
}

function writtenOf(node: Code, findings: Findings): readonly Placed[] {
  const read = parseBlock(node.value);
  if (!read.ok) {
    findings.refuse(lineIn(node, read), read.path === '' ? inBlock(read.message) : `${read.path} ${read.message}`);
    return [];
  }
  for (const notice of read.notices) findings.remark(lineIn(node, { path: notice.split(':')[0] ?? '' }), notice);
  return [{ node, block: read.value }];
}

const jsonPlace = /^line (\d+), (column \d+: )/;

/** What a JSON text expects, its line told elsewhere. */
const inBlock = (message: string): string => message.replace(jsonPlace, '$2');

/** The line of the innermost key of a path that the block has, and has once; else that of the block. */
function lineIn(node: Code, { path, message = '' }: { readonly path: string; readonly message?: string }): number {
  const first = lineOf(node);
  const place = path === '' ? jsonPlace.exec(message) : undefined;
  if (place) return first + Number(place[1]);
  const before = path
    .split('.')
    .map((key) => node.value.split(`"${key}"`))
    .findLast((pieces) => pieces.length === 2)?.[0];
  return before === undefined ? first : first + before.split('\n').length;
}

type Once = Exclude<keyof Written, 'ask'>;

/** A key that a page can have once, and the block that has it. */
function once<K extends Once>(
  written: readonly Placed[],
  key: K,
  findings: Findings,
): { readonly value: NonNullable<Written[K]>; readonly at: Placed } | undefined {
  const having = written.filter(({ block }) => block[key] !== undefined);
  for (const { node } of having.slice(1))
    findings.refuse(lineIn(node, { path: key }), `${key} is given twice on this page`);
  const [at] = having;
  return at && { value: at.block[key] as NonNullable<Written[K]>, at };
}

async function stateOf(
  written: readonly Placed[],
  initialise: Initialise,
  findings: Findings,
): Promise<Bookmark<WrittenScenario> | undefined> {
  const state = once(written, 'state', findings);
  if (!state) return undefined;
  const line = lineIn(state.at.node, { path: 'state' });
  const opened = await decodeFragment(state.value.replace(/^[^#]*#/, '#'), initialise);
  switch (opened.kind) {
    case 'bookmark':
      for (const notice of opened.notices) findings.remark(line, `state: ${notice}`);
      return opened.bookmark;
    case 'nothing':
      return bookmarkOf(startScenario);
    case 'lesson':
      findings.refuse(line, 'state expects a link to a network, got one to a lesson');
      return undefined;
    case 'refused':
      findings.refuse(line, `state: ${opened.message}`);
      return undefined;
  }
}

function pageOf(
  number: number,
  nodes: readonly RootContent[],
  written: readonly Placed[],
  state: Bookmark<WrittenScenario> | undefined,
  reading: Reading,
): Page {
  const { findings } = reading;
  const own = <K extends Once>(key: K) => once(written, key, findings)?.value;
  const panel = own('panel');
  const asks = asksOf(number, written, reading);
  const blocks = nodes.flatMap((node): readonly Block[] => {
    if (!isPlayground(node)) return blocksOf([node], reading);
    const ask = asks.get(node as Code);
    return ask ? [{ kind: 'ask', ask }] : [];
  });
  const heading = blocks.find((block) => block.kind === 'heading');
  return {
    number,
    ...(heading && { title: plainText(heading.children).replace(/\s+/g, ' ').trim() }),
    blocks,
    asks: [...asks.values()],
    ...(state && { state }),
    ...namesOf(written, reading),
    ...(panel && { panel }),
    lock: own('lock') ?? [],
    hide: own('hide') ?? [],
    show: own('show') ?? [],
  };
}

function namesOf(written: readonly Placed[], { network, findings }: Reading): Pick<Page, 'pick' | 'highlight'> {
  for (const key of ['pick', 'highlight'] as const) once(written, key, findings);
  const read = written.map((placed) => ({ ...placed, names: parseNames(placed.block, network) }));
  for (const { node, names } of read) {
    if (!names.ok) findings.refuse(lineIn(node, names), `${names.path} ${names.message}`);
  }
  const names = read.flatMap(({ names }) => (names.ok ? [names.value] : []));
  const pick = names.find((each) => each.pick)?.pick;
  return { ...(pick && { pick }), highlight: names.flatMap(({ highlight }) => highlight) };
}

function asksOf(number: number, written: readonly Placed[], reading: Reading): ReadonlyMap<Code, Ask> {
  const { findings } = reading;
  const asking = written.filter(({ block }) => block.ask !== undefined);
  for (const { node } of asking.slice(lessonLimits.asks)) {
    findings.refuse(lineOf(node), `expects at most ${lessonLimits.asks} questions on a page`);
  }
  return new Map(
    asking.flatMap(({ node, block }, k): [Code, Ask][] => {
      const ask = askOf(node, block, reading);
      const id = asking.length === 1 ? String(number) : `${number}.${k + 1}`;
      return ask ? [[node, { id, ...ask }]] : [];
    }),
  );
}

function askOf(node: Code, { ask }: Written, reading: Reading): Unnamed | undefined {
  const line = lineIn(node, { path: 'text' });
  const read = parseAsk(ask, { ...reading, offset: line - 1 });
  if (!read.ok) {
    reading.findings.refuse(lineIn(node, read), `${read.path} ${read.message}`);
    return undefined;
  }
  for (const notice of read.notices) {
    reading.findings.remark(lineIn(node, { path: notice.split(':')[0] ?? '' }), notice);
  }
  return read.value;
}

/** A line --- right under a text makes a heading of it, where a new page was meant. */
function remarkHeadings(root: Root, body: string, findings: Findings): void {
  const lines = body.split('\n');
  for (const node of root.children) {
    const end = node.position?.end.line ?? 0;
    if (node.type === 'heading' && /^ {0,3}-+[\t ]*$/.test(lines[end - 1] ?? '')) {
      findings.remark(
        end,
        'the line --- makes a heading of the text above it: a new page needs an empty line before ---',
      );
    }
  }
}
