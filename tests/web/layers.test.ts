// Who may import whom: README's table, held against every import there is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['web/src', 'bindings'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

/** `web/src/view/App.tsx` is of `view`, `web/src/main.tsx` is `main`, the engine's module is of `bindings`. */
const layerOf = (file: string): string =>
  file.startsWith('#') || file.startsWith('bindings/') ? 'bindings' : (/^web\/src\/(\w+)/.exec(file)?.[1] ?? file);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly how: 'value' | 'type' | 'later';
}

/** The file that is meant, below the root; with its # where it is the compiled module. */
function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier;
  const path = join(dirname(from), specifier.replace(/\?.*$/, ''));
  return (
    ['', '.ts', '.tsx', '.d.ts'].map((end) => path + end).find((p) => existsSync(join(root, p)) && /\.\w+$/.test(p)) ??
    path
  );
}

const statement = /^(?:import|export)\s+(type\s)?(?:([^'"();]*?)\s+from\s+)?'([#.][^']+)'/gm;
const dynamic = /\bimport\(\s*'([#.][^']+)'/g;
const onlyTypes = (names: string): boolean => /^\{(\s*type\s[^,]+,?)+\s*\}$/.test(names);

const importsOf = (from: string, code: string): readonly Import[] => [
  ...[...code.matchAll(statement)].map(([, type, names = '', to = '']): Import => {
    return { from, to: resolved(from, to), how: type || onlyTypes(names) ? 'type' : 'value' };
  }),
  ...[...code.matchAll(dynamic)].map(([, to = '']): Import => ({ from, to: resolved(from, to), how: 'later' })),
];

const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

/** README's row of each folder: what it may import, and of whom nothing but types. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const table = readme.slice(readme.indexOf('Who may import whom'), readme.indexOf('### One edited weight'));
const namesIn = (cell = ''): readonly string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
const rows = [...table.matchAll(/^\| `(\w+)` \|(.*)\|(.*)\|$/gm)].map(([, name = '', values, types]) => ({
  name,
  values: namesIn(values),
  types: namesIn(types),
}));

const isAllowed = ({ from, to, how }: Import): boolean => {
  const row = rows.find(({ name }) => name === layerOf(from));
  const layer = layerOf(to);
  return (
    layer === layerOf(from) ||
    layer === 'package.json' ||
    (row?.values.includes(layer) ?? false) ||
    (how === 'type' && (row?.types.includes(layer) ?? false))
  );
};

/** Files that need each other before either can run, as a way round. */
function cycles(edges: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, how } of edges) if (how === 'value') next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    done.add(file);
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

describe('the folders', () => {
  test('each have a row in README, and allow nothing that nobody does', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...new Set(files.map(layerOf))].sort());
    const used = (of: string, how: (one: Import['how']) => boolean) =>
      new Set(imports.filter((one) => layerOf(one.from) === of && how(one.how)).map(({ to }) => layerOf(to)));
    for (const { name, values, types } of rows) {
      expect([...used(name, (how) => how !== 'type')], name).toEqual(expect.arrayContaining([...values]));
      expect([...used(name, (how) => how === 'type')], name).toEqual(expect.arrayContaining([...types]));
    }
  });

  test('import only whom README lets them', () => {
    expect(imports.filter((one) => !isAllowed(one))).toEqual([]);
  });

  test('hold no files that need each other before either can run', () => {
    expect(cycles(imports)).toEqual([]);
  });
});

test('imports are read whole, and what is forbidden would be found', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(imports.length).toBeGreaterThan(1500);
  const of = (code: string) =>
    importsOf('web/src/state/run.ts', code).map((one) => [layerOf(one.to), one.how, isAllowed(one)]);
  expect(of("import { App } from '../view/App';")).toEqual([['view', 'value', false]]);
  expect(of("import {\n  type Engine,\n  loadEngine,\n} from '../engine';")).toEqual([['engine', 'value', false]]);
  expect(of("import type { Engine } from '../engine/engine';")).toEqual([['engine', 'type', true]]);
  expect(of("import { type Engine } from '../engine/engine';")).toEqual([['engine', 'type', true]]);
  expect(of("export * from '../view/App';")).toEqual([['view', 'value', false]]);
  expect(of("import '../view/base.css';")).toEqual([['view', 'value', false]]);
  expect(of("const later = () => import('../view/App');")).toEqual([['view', 'later', false]]);
  expect(of("import create from '#backprop';")).toEqual([['bindings', 'value', false]]);
  const edge = (from: string, to: string): Import => ({ from, to, how: 'value' });
  expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toEqual(['a -> b -> c -> a']);
  expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('a', 'c')])).toEqual([]);
});
