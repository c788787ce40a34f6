import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPresentation } from '../../../web/src/embed/presentation';
import { lockIds, panelIds } from '../../../web/src/scenario/ids';

test('without a query the page is whole, everything can be changed, and there is nothing to say', () => {
  expect(readPresentation('')).toEqual({
    embed: false,
    hidden: [],
    shown: [],
    locked: [],
    autoplay: false,
    motion: true,
    notices: [],
  });
});

test('each key of a query says what it says', () => {
  const query =
    '?embed=1&theme=dark&hide=nudge,chain&show=chain,depth&lock=w,alpha&autoplay=1&motion=0' +
    '&origin=https%3A%2F%2Fschool.example&lesson=first&page=2';
  expect(readPresentation(query)).toEqual({
    embed: true,
    theme: 'dark',
    hidden: ['examples', 'lessons', 'share', 'embed', 'document', 'nudge'],
    shown: ['chain', 'depth'],
    locked: ['w', 'alpha'],
    autoplay: true,
    motion: false,
    origin: 'https://school.example',
    lesson: 'first',
    page: 2,
    notices: [],
  });
});

test('every documented id can be hidden and locked; lock=1 locks all, show brings back what embedding hides', () => {
  expect(readPresentation(`?hide=${panelIds}`)).toMatchObject({ hidden: panelIds, notices: [] });
  expect(readPresentation(`?lock=${lockIds}`)).toMatchObject({ locked: lockIds, notices: [] });
  expect(readPresentation('?lock=1').locked).toEqual(lockIds);
  expect(readPresentation('?lock=0').locked).toEqual([]);
  expect(readPresentation('?embed=1&show=share,examples').hidden).toEqual(['lessons', 'embed', 'document']);
});

test('a bad value counts as absent and is told in a sentence that names it', () => {
  const cases: [query: string, told: string][] = [
    ['embed=yes', 'yes'],
    ['theme=pink', 'auto, light, dark or projector'],
    ['hide=nudge,foo', 'foo'],
    ['show=Chain', 'Chain'],
    ['lock=q', 'w, b, x, y, alpha, net, loss or rule'],
    ['autoplay=2', '2'],
    ['motion=no', 'no'],
    ['page=0', 'page number'],
    ['page=1.5', 'page number'],
    ['lesson=', 'lesson'],
    ['Embed=1', 'Embed'],
    ['theme', 'theme'],
    ['theme=%', 'theme'],
  ];
  const { notices: _, ...plain } = readPresentation('');
  for (const [query, told] of cases) {
    const { notices, ...rest } = readPresentation(`?${query}`);
    expect(notices, query).toHaveLength(1);
    expect(notices[0], query).toContain(told);
    expect({ ...rest, hidden: [] }, query).toEqual(plain);
  }
  expect(readPresentation('?hide=nudge,foo').hidden).toEqual(['nudge']);
  expect(readPresentation('?theme=dark&theme=light')).toMatchObject({ theme: 'dark', notices: [expect.anything()] });
});

test('an origin is a scheme, a host and a port; with any other, messages are exchanged with nobody', () => {
  for (const origin of ['https://a.example', 'http://127.0.0.1:4173', 'https://xn--bcher-kva.example']) {
    expect(readPresentation(`?origin=${encodeURIComponent(origin)}`)).toMatchObject({ origin, notices: [] });
  }
  for (const bad of [
    '*',
    'null',
    'a.example',
    'https://a.example/',
    'https://a.example/x',
    'javascript:1',
    'https://',
    '',
  ]) {
    const { origin, notices } = readPresentation(`?origin=${encodeURIComponent(bad)}`);
    expect(origin, bad).toBe('none');
    expect(notices, bad).toHaveLength(1);
  }
});

test('what mail programs and networks append is passed over in silence', () => {
  expect(readPresentation('?embed=1&utm_source=mail&utm_campaign=a&fbclid=x&gclid=y')).toMatchObject({
    embed: true,
    notices: [],
  });
});

test('any text is a query: it gives a presentation, never an error, and no endless notice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
      const { notices, hidden } = readPresentation(`?${query}`);
      expect(hidden.every((id) => panelIds.includes(id))).toBe(true);
      expect(notices.every((notice) => notice.length < 400)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
