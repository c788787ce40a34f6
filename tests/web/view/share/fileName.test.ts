import { expect, test } from 'vitest';
import { fileName } from '../../../../web/src/view/share/fileName';

test('a file is called by its title', () => {
  expect(fileName("The note's network")).toBe("The note's network.backprop.json");
  expect(fileName('Réseau à 2 entrées, η = 0.5')).toBe('Réseau à 2 entrées, η = 0.5.backprop.json');
  expect(fileName('網路 😀')).toBe('網路 😀.backprop.json');
});

for (const [title, name] of [
  ['', 'network'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\x\\y', 'C x y'],
  ['a<script>alert(1)</script>', 'a script alert(1) script'],
  ['.hidden', 'hidden'],
  ['CON', 'CON_'],
  ['nul.txt', 'nul_.txt'],
  ['console', 'console'],
  ['a\u202Egpj.exe', 'a gpj.exe'],
  ['a\u0000b\nc\u2028d', 'a b c d'],
  ['%2e%2e', '2e 2e'],
  ['...', 'network'],
  ['x'.repeat(500), 'x'.repeat(60)],
  ['\ud800', 'network'],
] as const) {
  test(`a title such as ${JSON.stringify(title).slice(0, 30)} makes a name that is harmless on any system`, () => {
    expect(fileName(title)).toBe(`${name}.backprop.json`);
  });
}
