// Links written by hand: every key optional, taken as they are; what is wrong is said with its key.
import { describe, expect, test } from 'vitest';
import { decodeFragment } from '../../../../web/src/scenario/link/decode';
import { pack } from '../../../../web/src/scenario/link/pack';
import { startBookmark, startScenario } from '../../../../web/src/scenario/start';
import type { WrittenScenario } from '../../../../web/src/scenario/types';
import { initialise, open } from './stage';

async function opened(link: string) {
  const result = await open(link);
  if (result.kind !== 'bookmark') throw new Error(`${link}: ${JSON.stringify(result)}`);
  return result;
}

const scenarioOf = async (link: string): Promise<WrittenScenario> => (await opened(link)).bookmark.start;

const two = '#net=2,2:tanh,1:sigmoid&x=0,1;1,0&y=1;0';

test.each(['', '#', '#worked-example'])('"%s" is no link', async (fragment) => {
  expect(await open(fragment)).toStrictEqual({ kind: 'nothing' });
});

test('a lesson comes as its text, with a notice for what stands beside it', async () => {
  const markdown = '---\ntitle: Kettenregel\n---\n# ∂C/∂w 😀\n\n```playground\n{ "pick": "w1" }\n```\n';
  expect(await open(`#lesson=${pack(markdown)}`)).toStrictEqual({ kind: 'lesson', markdown, notices: [] });
  const beside = await open(`#lesson=${pack(markdown)}&w=1;2;3&utm_source=x`);
  const notices = ['w: beside lesson, left out', 'utm_source: beside lesson, left out'];
  expect(beside).toStrictEqual({ kind: 'lesson', markdown, notices });
});

test('what a link leaves out is as in the start document', async () => {
  expect(await opened('#v=1')).toStrictEqual({ kind: 'bookmark', bookmark: startBookmark, notices: [] });
  expect(await scenarioOf('#w=1;-2;3e-1')).toStrictEqual({
    ...startScenario,
    layers: startScenario.layers.map((layer, k) => ({ ...layer, weights: [[[1, -2, 0.3][k]]] })),
  });
  expect(await scenarioOf('#title=')).toStrictEqual({
    version: 1,
    ...Object.fromEntries(Object.entries(startScenario).filter(([key]) => !['version', 'title'].includes(key))),
  });
});

test('a link with its own network has no title and no biases, and weights by xavier:1', async () => {
  const start = await scenarioOf(two);
  expect(start.title).toBeUndefined();
  expect(start.layers.map(({ biases }) => biases)).toEqual([undefined, undefined]);
  expect(start).toStrictEqual(await scenarioOf(`${two}&init=xavier:1`));
  const { layers } = await initialise(start as typeof startScenario, { scheme: 'xavier', seed: 1 });
  expect(start.layers).toStrictEqual(layers);
});

test('init draws what w would hold, on the start document too, and leaves given biases', async () => {
  const he = await scenarioOf('#init=he:7');
  expect(he.layers).toStrictEqual((await initialise(startScenario, { scheme: 'he', seed: 7 })).layers);
  expect((await scenarioOf(`${two}&init=zeros:0&b=1,2;`)).layers).toStrictEqual([
    { activation: 'tanh', weights: [[0, 0], [0, 0]], biases: [1, 2] }, // biome-ignore format: two rows
    { activation: 'sigmoid', weights: [[0, 0]] },
  ]);
});

test('weights that cannot be drawn are a refusal', async () => {
  const offline = () => Promise.reject(new Error('offline'));
  expect(await decodeFragment('#init=he:1', offline)).toStrictEqual({
    kind: 'refused',
    key: 'init',
    message: 'In the link, “init” asks for weights that could not be drawn: offline.',
  });
});

test('numbers are exact: −0, the smallest and the largest, with all their digits', async () => {
  const exact = [-0, 5e-324, -1.7976931348623157e308];
  const { layers } = await scenarioOf('#w=-0;5e-324;-1.7976931348623157E+308');
  expect(layers.map(({ weights }) => weights[0]?.[0])).toStrictEqual(exact);
  const [first] = (await scenarioOf('#w=0.1000000000000000055511151231257827;2;3')).layers;
  expect(first?.weights).toStrictEqual([[0.1]]);
});

test('spaces around numbers and names, an encoded link and & as in HTML are understood', async () => {
  const link = '#w=0.4; -0.7 ;1.5&y=0&pick=w2';
  const expected = await opened('#w=0.4;-0.7;1.5&y=0&pick=w2');
  for (const same of [link, encodeURI(link), encodeURIComponent(link), link.replaceAll('&', '&amp;')]) {
    expect(await opened(same)).toStrictEqual(expected);
  }
});

test('+ is a plus, a second = belongs to the value, and a lone % is one', async () => {
  expect((await scenarioOf('#title=a+b=c%3D')).title).toBe('a+b=c=');
  expect((await scenarioOf('#title=100%')).title).toBe('100%');
});

test('every key is read', async () => {
  const { bookmark } = await opened(
    '#net=2,2:relu,1:sigmoid&w=1,2,3,4;5,6&b=7,8;&frozen=w.1.2.1,b.1.1,w.2.1.1,w.2.1.2&data=moons:50:0.2:9&title=t' +
      '&loss=huber&rule=adamw&beta1=0.5&beta2=0.6&epsilon=1e-3&weightDecay=0.2&alpha=0.1&batch=5&seed=6&l1=0.3&l2=0.4' +
      '&step=8&ex=50&pick=b.1.2&rate=η&cost=E&decimal=,&digits=17',
  );
  expect(bookmark).toStrictEqual({
    version: 1,
    start: {
      version: 1,
      title: 't',
      layers: [
        {
          activation: 'relu',
          weights: [[1, 2], [3, 4]], // biome-ignore format: two rows
          biases: [7, 8],
          frozen: { weights: [[false, false], [true, false]], biases: [true, false] }, // biome-ignore format: two rows
        },
        { activation: 'sigmoid', weights: [[5, 6]], frozen: { weights: true } },
      ],
      dataset: { name: 'moons', count: 50, noise: 0.2, seed: 9 },
      loss: 'huber',
      descent: {
        ...{ rule: 'adamw', alpha: 0.1, beta1: 0.5, beta2: 0.6, epsilon: 1e-3, weightDecay: 0.2 },
        ...{ batch: 5, seed: 6, l1: 0.3, l2: 0.4 },
      },
    },
    steps: 8,
    example: 49,
    pick: { layer: 0, unit: 1, bias: true },
    notation: { rate: 'η', cost: 'E', decimal: ',', digits: 17 },
  });
  expect((await opened('#rule=momentum&momentum=0.5')).bookmark.start.descent.momentum).toBe(0.5);
  expect((await opened('#rule=rmsprop&smoothing=0.5')).bookmark.start.descent.smoothing).toBe(0.5);
  expect((await opened('#pick=a3')).bookmark.pick).toStrictEqual({ layer: 2, unit: 0 });
  expect((await opened('#pick=w.2.1.1')).bookmark.pick).toStrictEqual({ layer: 1, unit: 0, input: 0 });
});

describe('a link is refused with its key:', () => {
  test.each<[string, string, string]>([
    ['#w', 'w', 'has no =, so the link is incomplete'],
    ['#w=1;2;3&', '&', 'stands beside no key, so the link is incomplete'],
    ['#=5&w=1;2;3', '=', 'stands beside no key, so the link is incomplete'],
    ['#w=1;2;3&w=1;2;3', 'w', 'is given twice, as "1;2;3" and "1;2;3"'],
    ['#colour=red', 'colour', 'is not a key this page knows'],
    ['#w=1;2', 'w', 'expects 3 layers, separated by ;, got 2'],
    ['#w=1;2,3;4', 'w', 'expects 1 number for layer 2, got 2'],
    ['#w=1;;3', 'w', 'expects a number such as 0.5 or -1e-3, got nothing'],
    ['#w=1;two;3', 'w', 'expects a number such as 0.5 or -1e-3, got "two"'],
    ['#w=1;.5;3', 'w', 'expects a number such as 0.5 or -1e-3, got ".5"'],
    ['#w=1;0x10;3', 'w', 'expects a number such as 0.5 or -1e-3, got "0x10"'],
    ['#w=1;2 3;3', 'w', 'expects a number such as 0.5 or -1e-3, got "2 3"'],
    ['#w=1;1e999;3', 'w', 'expects a number below 1.8e308, got "1e999"'],
    ['#w=1;NaN;3', 'w', 'expects a number such as 0.5 or -1e-3, got "NaN"'],
    ['#b=1;2', 'b', 'expects 3 layers, separated by ;, got 2'],
    ['#b=1,2;;', 'b', 'expects 1 number for layer 1, got 2'],
    ['#net=1', 'net', 'expects 1 to 16 layers, got 0'],
    ['#net=1,1:sinus', 'net', 'expects layers such as 3:tanh with one of identity'],
    ['#net=1,1', 'net', 'expects layers such as 3:tanh with one of identity'],
    ['#net=1,1:softmax,1:relu&x=1&y=1', 'net', 'expects softmax only in the last layer'],
    [`${two}&w=1,2,3,4;5`, 'w', 'expects 2 numbers for layer 2, got 1'],
    ['#net=2,1:relu&y=1', 'x', 'is missing: a link with its own net needs it'],
    ['#net=2,1:relu&x=1,2', 'y', 'is missing: a link with its own net needs it'],
    ['#net=2,1:relu&x=1&y=1', 'x', 'expects 2 numbers for example 1, got 1'],
    ['#x=1;2', 'x', 'expects as many examples in x as in y, got 2 in x and 1 in y'],
    ['#x=1;2&y=1;2;3', 'y', 'expects as many examples in x as in y, got 2 in x and 3 in y'],
    ['#data=circle:500:0.1:42', 'data', 'needs a network with 2 inputs, got 1'],
    ['#data=circle:500', 'data', 'expects name:count:noise:seed, such as circle:500:0.1:42, got "circle:500"'],
    ['#data=xor:4:0:1&x=1', 'data', 'stands instead of x and y, but both are given'],
    ['#net=2,1:relu&data=ring:4:0:1', 'data', 'expects one of circle, xor'],
    ['#init=he', 'init', 'expects one of zeros, uniform, xavier, he and a seed, such as xavier:1, got "he"'],
    ['#init=he:1.5', 'init', 'expects a whole number from 0 to 4294967295, got "1.5"'],
    ['#init=he:1&w=1;2;3', 'init', 'stands instead of w, but both are given'],
    ['#loss=hinge', 'loss', 'expects one of squared_error'],
    ['#loss=cross_entropy', 'loss', 'expects softmax in the last layer for cross_entropy'],
    ['#rule=sgd', 'rule', 'expects one of gradient_descent'],
    ['#momentum=0.9', 'momentum', 'is not used by gradient_descent'],
    ['#alpha=-1', 'alpha', 'expects a number of at least 0'],
    ['#alpha=', 'alpha', 'expects a number such as 0.5 or -1e-3, got nothing'],
    ['#batch=2', 'batch', 'expects a whole number from 1 to 1, got 2'],
    ['#step=1000001', 'step', 'expects a whole number from 0 to 1000000, got 1000001'],
    ['#ex=0', 'ex', 'expects a whole number from 1 to 1, got "0"'],
    ['#ex=2', 'ex', 'expects a whole number from 1 to 1, got "2"'],
    ['#pick=w4', 'pick', 'names w4, which this network does not have'],
    ['#pick=b1', 'pick', 'names b1, which this network does not have'],
    ['#pick=w', 'pick', 'expects a name such as w.1.1.1, got "w"'],
    [`${two}&pick=w1`, 'pick', 'expects a full name such as w.1.1.1, got w1'],
    [`${two}&pick=w.1.1.3`, 'pick', 'names w.1.1.3, which this network does not have'],
    ['#frozen=a1', 'frozen', 'expects weights and biases, got an activation'],
    ['#frozen=', 'frozen', 'expects a name such as w.1.1.1, got nothing'],
    ['#rate=a', 'rate', 'expects one of α, η, got "a"'],
    ['#cost=J', 'cost', 'expects one of C, L, E, got "J"'],
    ['#decimal=;', 'decimal', 'expects one of ., ,, got ";"'],
    ['#digits=1', 'digits', 'expects a whole number from 2 to 17, got 1'],
    [`#s=${pack('{"version":1}')}`, 's', 'holds a document that is not right: layers: is missing'],
    [`#s=${pack('{"a')}`, 's', 'holds a document that is not right: line 1'],
  ])('%s', async (link, key, problem) => {
    const result = await open(link);
    expect(result).toMatchObject({ kind: 'refused', key });
    expect(result.kind === 'refused' && result.message).toContain(`In the link, “${key}” ${problem}`);
  });
});

test('what is right in a link with a mistake is offered without it, with what is left out', async () => {
  const result = await open('#w=1;2;3&alpha=fast&pick=w9&colour=red&y=0&y=1');
  expect(result).toMatchObject({ kind: 'refused', key: 'y' });
  const readable = result.kind === 'refused' ? result.readable : undefined;
  expect(readable?.bookmark).toStrictEqual((await opened('#w=1;2;3')).bookmark);
  expect(readable?.notices).toEqual([
    'colour: not a key this page knows, left out',
    'y: given twice, left out',
    'In the link, “alpha” expects a number such as 0.5 or -1e-3, got "fast". It is left out.',
    'In the link, “pick” names w9, which this network does not have. It is left out.',
  ]);
  expect(await open('#w=1;2')).not.toHaveProperty('readable');
  expect(await open(`${two}&w=1,2&title=t`)).not.toHaveProperty('readable');
});
