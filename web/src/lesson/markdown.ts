/** Markdown into the tree that lessons are made of: nothing in it is HTML, and no link runs anything. */
import type { Definition, List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mathFromMarkdown } from 'mdast-util-math';
import { gfmTable } from 'micromark-extension-gfm-table';
import { math } from 'micromark-extension-math';
import { Refusal } from '../scenario/reading';
import type { Layered } from '../scenario/types';
import { lessonLimits } from './limits';
import type { Findings } from './problem';
import { readQuantity } from './quantity';
import type { Block, Inline } from './types';

const inline = { extensions: [math()], mdastExtensions: [mathFromMarkdown()] };

const options = {
  extensions: [...inline.extensions, gfmTable()],
  mdastExtensions: [...inline.mdastExtensions, gfmTableFromMarkdown()],
};

/** What stands between letters alone, for a text of one line. */
const inlineOnly = {
  ...inline,
  extensions: [
    ...inline.extensions,
    {
      disable: {
        null: [
          ...['list', 'headingAtx', 'setextUnderline', 'blockQuote', 'codeFenced', 'codeIndented', 'htmlFlow'],
          ...['thematicBreak', 'definition', 'mathFlow'],
        ],
      },
    },
  ],
};

export const treeOf = (markdown: string): Root => fromMarkdown(markdown, options);

export const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** What the text is read for: quantities are those of a network, links those that are defined somewhere in the lesson. */
export interface Reading {
  readonly network: Layered;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly findings: Findings;
  /** Added to the lines of the tree: where its text begins in the lesson. */
  readonly offset: number;
}

export const definitionsOf = (root: Root): ReadonlyMap<string, Definition> =>
  new Map(
    root.children
      .filter((node) => node.type === 'definition')
      .toReversed() // the first of two counts
      .map((node) => [node.identifier, node]),
  );

/** One line of text: a question, an option. */
export function inlineOf(text: string, reading: Reading): readonly Inline[] {
  const root = fromMarkdown(text.replace(/\s+/g, ' '), inlineOnly);
  return root.children.flatMap((node) =>
    'children' in node ? inlines(node.children as PhrasingContent[], reading) : [],
  );
}

export function blocksOf(nodes: readonly RootContent[], reading: Reading, depth = 0): readonly Block[] {
  const first = nodes[0];
  if (depth > lessonLimits.depth) {
    if (first) refuse(reading, first, `expects at most ${lessonLimits.depth} lists and quotes inside each other`);
    return [];
  }
  return nodes.flatMap((node) => blockOf(node, reading, depth) ?? []);
}

function blockOf(node: RootContent, reading: Reading, depth: number): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', children: inlines(node.children, reading) };
    case 'heading':
      return { kind: 'heading', level: node.depth, children: inlines(node.children, reading) };
    case 'list':
      return listOf(node, reading, depth);
    case 'blockquote':
      return { kind: 'quote', children: blocksOf(node.children, reading, depth + 1) };
    case 'code':
      if (isPlayground(node)) refuse(reading, node, 'a playground block stands by itself, not in a list or a quote');
      return { kind: 'code', text: node.value };
    case 'math':
      return fits(node.value, node, reading) ? { kind: 'math', tex: node.value } : undefined;
    case 'table':
      return tableOf(node, reading);
    case 'html':
      if (isComment(node.value)) return undefined;
      remark(reading, node, asText);
      return { kind: 'paragraph', children: [{ kind: 'text', text: node.value }] };
    case 'thematicBreak':
    case 'definition':
      return undefined;
    default:
      return { kind: 'paragraph', children: inlines([node as PhrasingContent], reading) };
  }
}

export const isPlayground = (node: RootContent): boolean => node.type === 'code' && node.lang === 'playground';

const listOf = ({ ordered, start, children }: List, reading: Reading, depth: number): Block => ({
  kind: 'list',
  ...(ordered && { start: start ?? 1 }),
  items: children.map((item) => blocksOf(item.children, reading, depth + 1)),
});

/** Rows may be written shorter or longer than the head. */
function tableOf(table: Table, reading: Reading): Block | undefined {
  const { align, children } = table;
  const columns = children[0]?.children.length ?? 0;
  if (columns > lessonLimits.columns) {
    refuse(reading, table, `expects at most ${lessonLimits.columns} columns in a table, got ${columns}`);
    return undefined;
  }
  const [head = [], ...rows] = children.map((row) => row.children.map((cell) => inlines(cell.children, reading)));
  return {
    kind: 'table',
    align: head.map((_, k) => align?.[k] ?? undefined),
    head,
    rows: rows.map((row) => head.map((_, k) => row[k] ?? [])),
  };
}

const asText = 'HTML is not used in lessons: it is shown as text';
const isComment = (html: string): boolean => /^<!--[\s\S]*-->\s*$/.test(html);

const inlines = (nodes: readonly PhrasingContent[], reading: Reading, depth = 0): readonly Inline[] =>
  nodes.flatMap((node) => inlineAt(node, reading, depth));

function inlineAt(node: PhrasingContent, reading: Reading, depth: number): readonly Inline[] {
  if (depth > lessonLimits.depth) {
    refuse(reading, node, `expects at most ${lessonLimits.depth} emphases inside each other`);
    return [];
  }
  switch (node.type) {
    case 'text':
      return textAndQuantities(node.value, lineOf(node), reading);
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, children: inlines(node.children, reading, depth + 1) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'inlineMath':
      return fits(node.value, node, reading) ? [{ kind: 'math', tex: node.value }] : [];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return linked(node.url, node, inlines(node.children, reading, depth + 1), reading);
    case 'linkReference':
      return linked(
        reading.definitions.get(node.identifier)?.url ?? '',
        node,
        inlines(node.children, reading, depth + 1),
        reading,
      );
    case 'image':
    case 'imageReference':
      remark(reading, node, 'pictures are not shown: their description stands in their place');
      return node.alt ? [{ kind: 'text', text: node.alt }] : [];
    case 'html':
      if (isComment(node.value)) return [];
      remark(reading, node, asText);
      return [{ kind: 'text', text: node.value }];
    default:
      return [];
  }
}

function linked(href: string, node: Nodes, children: readonly Inline[], reading: Reading): readonly Inline[] {
  if (/^(?:https?:\/\/[^/]|#)/i.test(href)) return [{ kind: 'link', href, children }];
  remark(reading, node, 'a link expects an address with http://, https:// or #: only its text is shown');
  return children;
}

/** `{{dC/dw1}}` in a text is a live number. */
function textAndQuantities(text: string, line: number, reading: Reading): readonly Inline[] {
  const pieces = text.split(/\{\{([^{}]*)\}\}/);
  let before = 0;
  return pieces.flatMap((piece, k): Inline[] => {
    const at = line + before;
    before += piece.split('\n').length - 1;
    if (k % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece.replace(/\s*\n\s*/g, ' ') }];
    try {
      return [{ kind: 'quantity', quantity: readQuantity(reading.network, piece, `{{${piece.slice(0, 40)}}}`) }];
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      reading.findings.refuse(at + reading.offset, `${refusal.path} ${refusal.message}`);
      return [];
    }
  });
}

function fits(tex: string, node: Nodes, reading: Reading): boolean {
  if (tex.length <= lessonLimits.tex) return true;
  refuse(reading, node, `expects at most ${lessonLimits.tex} characters in a formula, got ${tex.length}`);
  return false;
}

const refuse = ({ findings, offset }: Reading, node: Nodes, message: string): void =>
  findings.refuse(lineOf(node) + offset, message);

const remark = ({ findings, offset }: Reading, node: Nodes, message: string): void =>
  findings.remark(lineOf(node) + offset, message);

/** Without its formulas' TeX and its numbers' values: for titles and names. */
export const plainText = (children: readonly Inline[]): string =>
  children.map((inline) => ('children' in inline ? plainText(inline.children) : plainOf(inline))).join('');

const plainOf = (inline: Inline): string =>
  inline.kind === 'text' || inline.kind === 'code' ? inline.text : inline.kind === 'math' ? inline.tex : ' ';
