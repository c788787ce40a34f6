/** What stands before a lesson, between two lines of ---: key: value, a line each. */
import type { Findings } from './problem';
import type { Lesson } from './types';

const keys = ['title', 'lang', 'author', 'licence'] as const;
type Key = (typeof keys)[number];
type FrontMatter = Pick<Lesson, 'lang' | 'author' | 'licence'> & { readonly title?: string };

interface Separated {
  readonly front: FrontMatter;
  /** The lesson with empty lines in place of its front matter, so that lines keep their numbers. */
  readonly body: string;
}

const isFence = (line: string | undefined): boolean => /^---[\t ]*$/.test(line ?? '');

/** Characters of a value. */
const longest = 200;

export function separated(markdown: string, findings: Findings): Separated {
  const lines = markdown.split('\n');
  if (!isFence(lines[0])) return { front: {}, body: markdown };
  const end = lines.findIndex((line, k) => k > 0 && isFence(line));
  if (end < 0) {
    findings.refuse(1, 'the front matter begins here, and no second line --- ends it');
    return { front: {}, body: '' };
  }
  const values = new Map<Key, string>();
  for (const [k, line] of lines.slice(1, end).entries()) {
    const problem = line.trim() === '' ? undefined : take(line, k + 2, values, findings);
    if (problem) findings.refuse(k + 2, problem);
  }
  return { front: Object.fromEntries(values), body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') };
}

const languageTag = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Returns what is wrong with a line. */
function take(line: string, number: number, values: Map<Key, string>, findings: Findings): string | undefined {
  const [, name, value = ''] = /^[\t ]*([^:]*?)[\t ]*:(.*)$/.exec(line) ?? [];
  if (name === undefined) return 'expects key: value, as all between the two lines ---';
  const key = keys.find((known) => known === name);
  if (!key) {
    findings.remark(number, `${name.slice(0, 40)}: not a key of a lesson (${keys.join(', ')}), left out`);
    return undefined;
  }
  const text = value.trim().replace(/^"(.*)"$/, '$1');
  if (values.has(key)) return `${key} is given twice`;
  if (text.length > longest) return `${key} expects at most ${longest} characters`;
  if (key === 'lang' && text !== '' && !languageTag.test(text)) {
    return 'lang expects the tag of a language, such as en or pt-BR';
  }
  if (text !== '') values.set(key, text);
  return undefined;
}
