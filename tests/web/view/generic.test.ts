// Nothing on screen knows a particular network: every file of the view draws from the document.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../web/src/view', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

/** The code of a file without its comments. */
const codeOf = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a symbol with its index, w₁', pattern: /\b[wabzi][₀-₉]/u },
  {
    what: 'a variable for one particular quantity, w1',
    pattern: /\b(?:[wbaz]|dC_d[wabz]|[zw]eight|layer|factor|neuron)\d\b/i,
  },
  { what: 'a place compared with a number, layer === 0', pattern: /\b(?:layer|unit|input|factor|link)\s*[!=]==?\s*\d/ },
  {
    what: 'a member by number, layers[0]',
    pattern:
      /\b(?:layers|units|weights|biases|factors|links|parts|terms|inputs|targets|outputs|dC_d[aWbz]+)\??\.?\[\d+\]/,
  },
  // An input's quantity has layer 0 whatever the network.
  { what: 'a place written as a number, layer: 1', pattern: /(?<!kind: 'x', )\b(?:layer|unit|input): *\d/ },
];

const found = (code: string): string[] => forbidden.flatMap(({ what, pattern }) => (pattern.test(code) ? [what] : []));

describe('the view', () => {
  test.each(files)('%s names no weight, layer or factor by number', (name) => {
    expect(found(codeOf(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  test('is read whole, and what is forbidden would be found', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const bad of [
      'const w1 = 1',
      "label('w₃')",
      'if (layer === 0) {',
      'scenario.layers[0]',
      'factors?.[2]',
      'const at = { layer: 1, unit: 0 }',
      'dC_dw1',
    ]) {
      expect(found(bad), bad).not.toEqual([]);
    }
    for (const good of ["{ kind: 'x', layer: 0, input }", 'x1={left} y2={0}', 'layers[k]', 'layer === k', 'hop > 0']) {
      expect(found(good), good).toEqual([]);
    }
  });
});
