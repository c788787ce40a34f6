import { expect, test } from 'vitest';
import { readPresentation } from '../../../web/src/embed/presentation';
import { type Embedding, elementSnippet, frameSnippet, queryOf } from '../../../web/src/embed/snippet';
import { lockIds } from '../../../web/src/scenario/ids';

const plain: Embedding = { hide: [], show: [], lock: [], autoplay: false, motion: true };
const place = {
  page: 'https://play.example/p/',
  fragment: '#v=1&title="<b>"&w=0.4',
  title: 'Playground: "<b>"',
  link: 'Open "<b>" & more',
};

test('the query says what was chosen, and reads back as that', () => {
  expect(queryOf(plain)).toBe('?embed=1');
  const chosen: Embedding = {
    theme: 'dark',
    hide: ['nudge', 'phases'],
    show: ['examples'],
    lock: ['w', 'x'],
    autoplay: true,
    motion: false,
    lesson: 'nudge',
  };
  expect(readPresentation(queryOf(chosen))).toMatchObject({
    embed: true,
    theme: 'dark',
    hidden: ['lessons', 'share', 'embed', 'document', 'nudge', 'phases'],
    shown: ['examples'],
    locked: ['w', 'x'],
    autoplay: true,
    motion: false,
    lesson: 'nudge',
    notices: [],
  });
  expect(queryOf({ ...plain, lock: lockIds })).toBe('?embed=1&lock=1');
});

for (const [name, snippet] of [
  ['frame', frameSnippet(plain, place, 900)],
  ['element', elementSnippet({ ...plain, theme: 'light' }, place)],
] as const) {
  test(`the ${name} is whole HTML whatever the title says, with a plain link for where it is taken out`, async () => {
    const { Window } = await import('happy-dom');
    const window = new Window();
    window.document.body.innerHTML = snippet.replace(/<script.*<\/script>/, '');
    expect(window.document.querySelectorAll('b')).toHaveLength(0);
    const link = window.document.querySelector('a');
    expect(link?.getAttribute('href')).toBe(place.page + place.fragment);
    expect(link?.textContent).toBe(place.link);
    const frame = window.document.querySelector('iframe, backprop-playground');
    expect(frame?.getAttribute('title')).toBe(place.title);
    if (name === 'frame') expect(frame?.getAttribute('src')).toBe(`${place.page}?embed=1${place.fragment}`);
    else expect(frame?.getAttribute('state')).toBe(place.fragment);
    if (name === 'element') expect(snippet).toContain('src="https://play.example/p/embed/v1/embed.js"');
    await window.happyDOM.close();
  });
}

test('a lesson by its name needs no network, and the link opens it too; the one to talk to is named in the frame alone', () => {
  const lesson: Embedding = { ...plain, lesson: 'nudge' };
  const named = { ...place, fragment: '', origin: 'https://course.example' };
  const frame = frameSnippet(lesson, named, 900);
  expect(frame).toContain('src="https://play.example/p/?embed=1&amp;lesson=nudge&amp;origin=https://course.example"');
  expect(readPresentation('?embed=1&lesson=nudge&origin=https://course.example')).toMatchObject({
    lesson: 'nudge',
    origin: 'https://course.example',
    notices: [],
  });
  const element = elementSnippet(lesson, named);
  expect(element).toContain('<backprop-playground title="Playground: &quot;&lt;b&gt;&quot;" lesson="nudge">');
  for (const snippet of [frame, element]) expect(snippet).toContain('<a href="https://play.example/p/?lesson=nudge">');
});
