// npm run lesson -- file.md: says what is wrong with a lesson, with its line, or prints the link that opens it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { main, Stop } from './run.mjs';

/** Characters that a QR code of a sensible size, and every mail program, still take. */
const handy = 2_000;

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  } catch {
    throw new Stop(`There is no file ${file}.`);
  }
}

/** @param {number} count @param {string} thing */
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;

await main(async () => {
  const [file, ...others] = process.argv.slice(2);
  if (file === undefined || others.length > 0) throw new Stop('npm run lesson -- FILE.md');
  const markdown = textOf(file);
  await build();
  const { runnerImport } = await import('vite');
  const { inRepository } = await import('./page.mjs');
  const load = (/** @type {string} */ path) =>
    runnerImport(inRepository(path), { configFile: false, logLevel: 'error' }).then(({ module }) => module);
  /** @type {typeof import('../web/src/lesson/parse')} */
  const { readLesson } = await load('web/src/lesson/parse.ts');
  /** @type {typeof import('../web/src/lesson/review')} */
  const { reviewed } = await load('web/src/lesson/review.ts');
  /** @type {typeof import('../web/src/scenario/link/encode')} */
  const { lessonFragment } = await load('web/src/scenario/link/encode.ts');
  /** @type {typeof import('../web/src/scenario/link/decode')} */
  const { longestFragment } = await load('web/src/scenario/link/decode.ts');
  /** @type {typeof import('../web/src/engine')} */
  const { loadEngine } = await import(pathToFileURL(inRepository('dist/engine/index.js')).href);
  const engine = await loadEngine();

  const { lesson, problems, remarks } = await readLesson(markdown, engine.initialise);
  for (const { line, message } of problems) console.error(`${file}:${line}: ${message}`);
  for (const { line, message } of remarks) console.log(`${file}:${line}: remark: ${message}`);
  if (!lesson) throw new Stop(`${counted(problems.length, 'problem')}: the page would refuse this lesson.`);
  for (const remark of reviewed(lesson, engine)) console.log(`${file}: remark: ${remark}`);

  const asks = lesson.pages.flatMap((page) => page.asks);
  const site = process.env.PLAYGROUND_URL ?? 'http://localhost:4173/';
  const fragment = lessonFragment(markdown);
  console.log(`\n“${lesson.title}”: ${counted(lesson.pages.length, 'page')}, ${counted(asks.length, 'question')}.`);
  if (fragment.length > longestFragment) {
    throw new Stop(`Its link would have ${fragment.length} characters, and the page opens at most ${longestFragment}.`);
  }
  if (fragment.length > handy)
    console.log(`Its link has ${fragment.length} characters: some programs cut such a link.`);
  console.log(`\n${new URL(fragment, site).href}`);
});
