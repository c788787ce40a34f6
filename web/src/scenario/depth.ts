/** How deep the brackets of a JSON text are nested: looked at before it is parsed, which takes seconds for millions of them. */

/** Whether more than `most` brackets are open at once anywhere. Those inside texts don't count. */
export function isDeeperThan(most: number, json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (character === '"') inText = !inText;
    else if (inText) at += character === '\\' ? 1 : 0;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > most) return true;
  }
  return false;
}
