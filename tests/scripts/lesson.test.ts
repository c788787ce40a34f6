// What an author sees of `npm run lesson`. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { inRepository } from '../../scripts/page.mjs';
import { decodeFragment } from '../../web/src/scenario/link/decode';

// Two seconds each on a machine of its own.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'backprop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As npm runs it from the author's own folder. */
function lesson(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [inRepository('scripts/lesson.mjs'), ...args], { env, encoding: 'utf8' });
}

const sound = `# The step

How large is it?

\`\`\`playground
{ "state": "#w=0.4;0.7;1.5&y=1", "ask": { "kind": "reach", "of": "C", "below": 0.5, "text": "Get C below 0.5." } }
\`\`\`

---

## Ünd dann
`;

test('a sound lesson is counted, remarked upon where it asks badly, and given the link that holds its very text', async () => {
  writeFileSync(join(folder, 'step.md'), sound);
  const { status, stdout, stderr } = lesson('step.md');
  expect(stderr).not.toContain('step.md');
  expect(stdout).toMatch(/^step\.md: remark: .*reached from the start/m);
  expect(stdout).toContain('“The step”: 2 pages, 1 question.');
  const link = new URL(stdout.trim().split('\n').at(-1) ?? '');
  expect(link.href.split('#')[0]).toBe('http://localhost:4173/');
  expect(await decodeFragment(link.hash, () => Promise.reject())).toMatchObject({ kind: 'lesson', markdown: sound });
  expect(status).toBe(0);
});

test('a lesson that the page would refuse fails, with every problem at its line, and has no link', () => {
  writeFileSync(join(folder, 'wrong.md'), sound.replace('"reach"', '"guess"').concat('\n```playground\n{ 1 }\n```\n'));
  const { status, stdout, stderr } = lesson('wrong.md');
  expect(stderr.split('\n').filter((line) => line.startsWith('wrong.md:'))).toEqual([
    expect.stringMatching(/^wrong\.md:6: .*kind/),
    expect.stringMatching(/^wrong\.md:1[34]: /),
  ]);
  expect(stderr).toContain('2 problems: the page would refuse this lesson.');
  expect(stdout).not.toContain('#lesson');
  expect(status).toBe(1);
});

test('without a file, or with one that is not there, it says so', () => {
  for (const [args, said] of [
    [[], 'npm run lesson -- FILE.md'],
    [['gone.md'], 'There is no file gone.md.'],
  ] as const) {
    const { status, stderr } = lesson(...args);
    expect(stderr.trim()).toBe(said);
    expect(status).toBe(1);
  }
});
