/**
 * What makes the reader of Markdown slow, found before it begins: it takes time that grows with the square of marks in one
 * paragraph, and of what stands inside each other.
 */
import { lessonLimits } from './limits';
import type { Problem } from './problem';

export function tooLarge(text: string): Problem | undefined {
  const { characters, depth, marks, together } = lessonLimits;
  if (text.length > characters) {
    return { line: 1, message: `expects at most ${characters} characters in a lesson, got ${text.length}` };
  }
  let lines = 0;
  let found = 0;
  for (const [k, line] of text.split('\n').entries()) {
    const isEmpty = /^[\t >]*$/.test(line);
    lines = isEmpty ? 0 : lines + 1;
    found = isEmpty ? 0 : found + (line.match(/[*_[\]]/g)?.length ?? 0);
    const at = (message: string): Problem => ({ line: k + 1, message });
    if (depthOf(line) > depth) return at(`expects at most ${depth} lists and quotes inside each other`);
    if (lines > together) return at(`expects an empty line after at most ${together} others`);
    if (found > marks) return at(`expects at most ${marks} of the marks * _ [ ] in one paragraph`);
  }
  return undefined;
}

const nested = /^(?:[\t ]*(?:>|[-+*](?=[\t ])|\d{1,9}[.)](?=[\t ])))*/;

/** Marks of quotes and lists that a line begins with. */
const depthOf = (line: string): number =>
  nested
    .exec(line)?.[0]
    .replace(/\d+[.)]/g, '-')
    .match(/\S/g)?.length ?? 0;
