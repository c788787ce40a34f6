/**
 * Where a JSON text goes wrong, in a sentence. Browsers word this each in its own way, and some don't say where; so the
 * text is read once more here, but only after JSON.parse has refused it.
 */

/** What may come next, in words for the reader. */
const expectations = {
  value: 'a value',
  valueOrEnd: 'a value or ]',
  keyOrEnd: 'a key in double quotes or }',
  key: 'a key in double quotes',
  colon: 'a colon',
  next: 'a comma or the closing bracket',
  end: 'nothing more',
} as const;
type State = keyof typeof expectations;

const space = /[\t\n\r ]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these inside its texts.
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const bracket = /[{}[\],:]/y;
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** The end of what `pattern` finds at exactly this place; undefined when it isn't there. */
function end(pattern: RegExp, json: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : undefined;
}

/** "line 3, column 5: expects a colon, got 7". For a text that JSON.parse refuses. */
export function jsonProblem(json: string): string {
  const open: string[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at = end(space, json, at) ?? at;
    const next: number | undefined = end(bracket, json, at) ?? end(string, json, at) ?? end(plain, json, at);
    const follows: State | undefined = next === undefined ? undefined : after(state, json.charAt(at), open);
    if (next === undefined && json[at] === '"') return `${place(json, at)}: ${brokenText}`;
    if (next === undefined || follows === undefined) return sentence(json, at, state);
    state = follows;
    at = next;
  }
}

/**
 * The state after a piece of JSON that starts with this character; undefined when it can't stand here. Keeps `open`, the
 * brackets that are to close.
 */
function after(state: State, piece: string, open: string[]): State | undefined {
  if (state === 'colon') return piece === ':' ? 'value' : undefined;
  if (piece === '"' && (state === 'key' || state === 'keyOrEnd')) return 'colon';
  if (piece === '}' || piece === ']') {
    const closes = state === 'next' || state === (piece === '}' ? 'keyOrEnd' : 'valueOrEnd');
    return closes && open.pop() === piece ? afterValue(open) : undefined;
  }
  if (state === 'next') return piece === ',' ? (open.at(-1) === '}' ? 'key' : 'value') : undefined;
  if (state !== 'value' && state !== 'valueOrEnd') return undefined;
  if (piece === '{' || piece === '[') {
    open.push(piece === '{' ? '}' : ']');
    return piece === '{' ? 'keyOrEnd' : 'valueOrEnd';
  }
  return piece === ',' || piece === ':' ? undefined : afterValue(open);
}

const afterValue = (open: readonly string[]): State => (open.length > 0 ? 'next' : 'end');

const place = (json: string, at: number): string => {
  const lines = json.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
};

const brokenText = 'the text that starts here is not closed in its line, or has a \\ that JSON does not know';

function sentence(json: string, at: number, state: State): string {
  const got = String.fromCodePoint(json.codePointAt(at) ?? 0);
  return `${place(json, at)}: expects ${expectations[state]}, ${at < json.length ? `got ${got}` : 'but the text ends'}`;
}
