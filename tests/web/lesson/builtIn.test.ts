// Every built-in lesson, played through with the engine: what is asked has the answer that the engine has, and every number
// that is written down is one of its numbers.
import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../web/src/format/number';
import { builtInLessonWords } from '../../../web/src/format/strings/lessons';
import { builtInLesson, isLessonId, type LessonId, lessonIds } from '../../../web/src/lesson/builtIn';
import { judge, reached } from '../../../web/src/lesson/judge';
import { plainText } from '../../../web/src/lesson/markdown';
import { bookmarkAt } from '../../../web/src/lesson/progress';
import { quantityValue, situationOf } from '../../../web/src/lesson/quantity';
import type { Answer, Ask, Block, ChoiceAsk, Inline, Lesson, Quantity } from '../../../web/src/lesson/types';
import { withParameter } from '../../../web/src/scenario/edits';
import { presets } from '../../../web/src/scenario/presets';
import { parameters } from '../../../web/src/scenario/refs';
import { startNotation } from '../../../web/src/scenario/start';
import type { ParameterRef, Scenario } from '../../../web/src/scenario/types';
import type { Playground } from '../../../web/src/state/playground';
import { engine, lessonOf, onPage, parse } from './stage';

const weight = (layer: number): ParameterRef => ({ layer: layer - 1, unit: 0, input: 0 });
const gradients = (s: Scenario) => engine.evaluate(s).layers.map(({ dC_dW }) => Math.abs(dC_dW[0] ?? 0));
const largest = (numbers: readonly number[]) => numbers.indexOf(Math.max(...numbers));
const changes = (s: Scenario, layer: number) =>
  engine.nudge(s, weight(layer), 0.01).changes.map(({ change }) => change);
const costs = (s: Scenario, steps: number) => engine.descend(s, steps).costs;
/** The option that begins like the number, with three digits. */
const optionOf = (ask: ChoiceAsk, number: number) =>
  ask.options.findIndex((option) =>
    plainText(option).replace('by ', '').startsWith(formatNumber(number, startNotation)),
  );

/** By lesson and page: the option that the engine says is right. */
const truths: Record<string, (s: Scenario, ask: ChoiceAsk) => number> = {
  'nudge 1': (s) => largest(gradients(s)),
  'nudge 2': (s, ask) => optionOf(ask, changes(s, 1)[2] ?? Number.NaN),
  'nudge 5': (s) => (changes(s, 1).at(-1) === 0 ? 2 : -1),
  'nudge 7': (s, ask) => ask.options.findIndex((o) => plainText(o) === `${engine.derive(s, weight(1)).factors.length}`),
  'reuse 1': (s, ask) => {
    const factors = engine.derive(s, weight(2)).factors;
    const name = ({ kind, layer = 0 }: { kind: string; layer?: number }) =>
      kind === 'C' ? kind : `${kind}${'₁₂₃'[layer]}`;
    const row = factors.map(({ of, by }) => `∂${name(of)}/∂${name(by)}`).join(' · ');
    return ask.options.findIndex((o) => plainText(o) === row);
  },
  // ∂C/∂a of the last unit is one number of one evaluation, however many weights use it.
  'reuse 4': () => 1,
  // A step with either lowers C, so that does not decide; a nudge does.
  'reuse 6': (s) => {
    const slip = engine.slips(s, weight(1)).find(({ kind }) => kind === 'valuesBack');
    const lowers = slip && engine.gradient(slip.scenario).cost < engine.gradient(s).cost;
    return lowers && Math.abs((changes(s, 1).at(-1) ?? 0) / 0.01 - slip.gradient) > 0.1 ? 1 : -1;
  },
  'step 1': (s) => {
    const { before = 0, after = 0 } = engine.derive(s, weight(1)).update ?? {};
    return after > before ? 0 : after < before ? 1 : 2;
  },
  'step 3': (s) => {
    const doubled = { ...s, descent: { ...s.descent, alpha: 2 * s.descent.alpha } };
    const same = JSON.stringify(engine.evaluate(doubled)) === JSON.stringify(engine.evaluate(s));
    return same && engine.derive(doubled, weight(1)).update?.after !== engine.derive(s, weight(1)).update?.after
      ? 2
      : -1;
  },
  'step 4': (s, ask) => optionOf(ask, engine.derive(s, weight(1)).update?.after ?? Number.NaN),
  'step 6': (s) => ((costs(s, 1)[1] ?? 0) < (costs(s, 1)[0] ?? 0) ? 0 : 1),
  // Against the note's network, by its strength.
  'still 1': (s) => ((gradients(s)[0] ?? 0) < (gradients(presets.note)[0] ?? 0) ? 1 : 0),
  'still 2': (s) => {
    const sizes = engine.derive(s, weight(1)).factors.map(({ value }) => Math.abs(value));
    return sizes.indexOf(Math.min(...sizes));
  },
  'still 4': (s) => {
    const [first, last] = engine.derive(s, weight(3)).factors;
    return first?.value === 0 && last?.value !== 0 && gradients(s).every((g) => g === 0) ? 0 : -1;
  },
  'step 7': (s) => {
    const once = engine.descend(s, 1).scenario;
    return gradients(once).every((g) => g === 0) ? 3 : -1;
  },
};

/** By lesson and page: ways to a goal. */
const set = (ref: ParameterRef, value: number) => (p: Playground) =>
  p.edit(withParameter(p.scenario.peek(), ref, value));
const given = (inputs: number[], targets: number[]) => (p: Playground) =>
  p.edit({ ...p.scenario.peek(), examples: [{ inputs, targets }] });
const ways: Record<string, ((p: Playground) => void)[]> = {
  'nudge 6': [set(weight(3), 0), given([0], [1]), given([1.2], [0.623])],
  'step 5': [(p) => p.step(3)],
  'still 3': [set(weight(3), 0.5), set(weight(3), 0.3)],
  'still 5': [set(weight(1), 0.4), given([-1.2], [1])],
};

/** Ways that miss it. */
const detours: Record<string, ((p: Playground) => void)[]> = {
  'nudge 6': [set(weight(3), -1.5), set(weight(3), 0.5), given([0.3], [1])],
  'step 5': [(p) => p.step(2)],
  'still 3': [set(weight(3), 2), set(weight(3), -0.5), (p) => p.step(50)],
  'still 5': [set(weight(2), -0.7), set(weight(3), 3), (p) => p.step(50)],
};

const inlinesOf = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap(inlinesOf);
      case 'quote':
        return inlinesOf(block.children);
      case 'table':
        return [...block.head, ...block.rows.flat()].flat();
      case 'paragraph':
      case 'heading':
        return block.children;
      case 'ask':
        return [...block.ask.text, ...(block.ask.kind === 'choice' ? block.ask.options.flat() : [])];
      default:
        return [];
    }
  });

const quantitiesOf = (inlines: readonly Inline[]): readonly Quantity[] =>
  inlines.flatMap((inline) =>
    inline.kind === 'quantity' ? [inline.quantity] : 'children' in inline ? quantitiesOf(inline.children) : [],
  );

const askedFor = (ask: Ask): readonly Quantity[] =>
  ask.kind === 'choice' ? [] : ask.kind === 'order' ? ask.of : [ask.of];

/** Everything that the engine says of a network near where it stands. */
function numbersOf(s: Scenario): Set<string> {
  const near = [0, 1, 2, 3].map((steps) => engine.descend(s, steps).scenario);
  const refs = parameters(s);
  const numbers = near.flatMap((one) => {
    const { loss, layers, outputs } = engine.evaluate(one);
    const learned = one.layers.flatMap(({ weights }) => weights.flat());
    const traces = layers.flatMap(({ x, z, a, dC_da, da_dz, dC_dz, dC_dW }) =>
      [x, z, a, dC_da, da_dz, dC_dz, dC_dW].flatMap((each) => [...each]),
    );
    return [loss, ...outputs, ...learned, ...traces, ...one.examples.flatMap(({ targets }) => targets)];
  });
  const derived = refs.flatMap((ref) => {
    const { factors, gradient } = engine.derive(s, ref);
    const terms = engine.derive(s, { layer: ref.layer, unit: ref.unit }).factors.flatMap((f) => f.terms ?? []);
    const sum = factors.reduce((total, { value }) => total + value, 0);
    const slips = engine.slips(s, ref).flatMap((slip) => [slip.gradient, slip.after]);
    const nudged = [0.01, 0.001].flatMap((d) =>
      engine.nudge(s, ref, d).changes.flatMap(({ change, linear }) => [change, linear]),
    );
    return [
      ...factors.map(({ value }) => value),
      ...terms.map(({ value }) => value),
      gradient,
      sum,
      0.01 * sum,
      ...slips,
      ...nudged,
    ];
  });
  const all = [...numbers, ...derived, s.descent.alpha, 0.01];
  return new Set(all.flatMap((x) => [formatNumber(x, startNotation), String(x)]).map((text) => text.replace('-', '−')));
}

/** Numbers with a decimal point, as they are written in a text. */
const written = (text: string): string[] => text.match(/−?\d+\.\d+/g) ?? [];

/** What weight times gradient is, in a chain of open ReLUs that ends in a sigmoid the same for every weight. */
function sharedBy(s: Scenario): number {
  const [first = Number.NaN, ...rest] = engine
    .evaluate(s)
    .layers.map(({ dC_dW }, k) => (s.layers[k]?.weights[0]?.[0] ?? Number.NaN) * (dC_dW[0] ?? Number.NaN));
  for (const other of rest) expect(other).toBeCloseTo(first, 12);
  return first;
}

/** What is written there that is no number of the engine's, and why it may be. */
const own: Record<string, string[]> = {
  'nudge 2': ['0.0190', '0.00700'], // a₁'s change and 0.01 · w₂: added, where they are to be multiplied
  'nudge 5': ['0.7'], // w₂ before
  'step 5': ['0.05'], // the goal
  'still 3': ['0.1'], // the goal
  'still 5': ['0.1'],
  'still 7': [-1, 1].map((sign) => formatNumber(sign * sharedBy(presets.note), startNotation)),
  'step 6': [formatNumber(costs(presets.fates, 1)[1] ?? Number.NaN, startNotation)], // with α = 2
};

describe.each(lessonIds)('the lesson %s', async (id: LessonId) => {
  const markdown = await builtInLesson(id);
  const lesson: Lesson = await lessonOf(markdown);
  const pages = lesson.pages.map((page) => ({ ...page, name: `${id} ${page.number}` }));

  test('reads without a remark, under the title that it has where it is chosen', async () => {
    expect(await parse(markdown)).toMatchObject({ ok: true, notices: [] });
    expect(lesson.title).toBe(builtInLessonWords[id].title);
    expect(lesson.lang).toBe('en');
  });

  test('is short: 4 to 7 pages of one question at the most, and few words', () => {
    expect(lesson.pages.length).toBeGreaterThanOrEqual(4);
    expect(lesson.pages.length).toBeLessThanOrEqual(7);
    for (const { asks, blocks, title } of lesson.pages) {
      expect(asks.length).toBeLessThanOrEqual(1);
      expect(title).not.toBe('');
      expect(plainText(inlinesOf(blocks)).split(/\s+/).length, title).toBeLessThan(130);
    }
  });

  test.each(pages)(
    'page $number names only what its network has, and nothing that is not finite',
    ({ blocks, asks, highlight, number }) => {
      const situation = situationOf(onPage(lesson, number));
      for (const quantity of [...quantitiesOf(inlinesOf(blocks)), ...asks.flatMap(askedFor), ...highlight]) {
        expect(quantityValue(quantity, situation), JSON.stringify(quantity)).toSatisfy(Number.isFinite);
      }
    },
  );

  test.each(pages)(
    "page $number writes down only the engine's numbers, of itself, the page before or the note's network",
    ({ blocks, number, name }) => {
      const here = [...[number, Math.max(1, number - 1)].map((n) => onPage(lesson, n).scenario.peek()), presets.note];
      const known = new Set(here.flatMap((s) => [...numbersOf(s)]));
      // "−0.240 + 0.165" is a sum, "goes down to −0.24" a negative number: either sign will do.
      const unknown = inlinesOf(blocks)
        .flatMap((inline) => written(plainText([inline])))
        .filter((text) => ![text, text.replace('−', ''), `−${text}`].some((one) => known.has(one)))
        .filter((text) => !own[name]?.includes(text));
      expect(unknown).toEqual([]);
    },
  );

  test.each(pages.flatMap((page) => page.asks.map((ask) => ({ ...page, ask }))))(
    'page $number asks what the engine can answer, and takes nothing else',
    ({ ask, number, name }) => {
      const playground = onPage(lesson, number);
      const situation = situationOf(playground);
      const says = (answer: Answer) => judge(ask, answer, situation, engine);
      switch (ask.kind) {
        case 'choice': {
          expect(ask.answer).toBe(truths[name]?.(situation.scenario, ask));
          for (const option of ask.options.keys()) {
            expect(says({ kind: 'choice', option }).correct).toBe(option === ask.answer);
          }
          const numbers = ask.options
            .flatMap((option) => written(plainText(option)).slice(0, 1))
            .map((text) => Math.abs(Number(text.replace('−', ''))));
          for (const [k, a] of numbers.entries()) {
            for (const b of numbers.slice(k + 1)) expect(Math.abs(a - b)).toBeGreaterThan(0.03 * Math.max(a, b));
          }
          break;
        }
        case 'number': {
          const truth = quantityValue(ask.of, situation) ?? Number.NaN;
          for (const digits of [3, 4, 17]) {
            const text = formatNumber(truth, startNotation, { digits });
            expect(says({ kind: 'number', text }), text).toEqual({ correct: true, slips: [], truth });
          }
          for (const wrong of [0, 1.1 * truth, 0.9 * truth, truth / 2, -truth]) {
            expect(says({ kind: 'number', text: formatNumber(wrong, startNotation) }).correct, `${wrong}`).toBe(false);
          }
          expect(says({ kind: 'number', text: formatNumber(-truth, startNotation) }).slips).toEqual(['wrongSign']);
          break;
        }
        case 'sign': {
          const truth = Math.sign(quantityValue(ask.of, situation) ?? Number.NaN);
          for (const sign of [-1, 0, 1] as const) expect(says({ kind: 'sign', sign }).correct).toBe(sign === truth);
          break;
        }
        case 'reach': {
          expect(reached(ask, situation)).toBe(false);
          for (const [list, expected] of [
            [ways[name] ?? [], true],
            [detours[name] ?? [], false],
          ] as const) {
            expect(list).not.toEqual([]);
            for (const way of list) {
              const fresh = onPage(lesson, number);
              way(fresh);
              expect(reached(ask, situationOf(fresh)), String(way)).toBe(expected);
            }
          }
          break;
        }
        case 'order': {
          const sizes = ask.of.map((of) => Math.abs(quantityValue(of, situation) ?? Number.NaN));
          const order = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
          expect(says({ kind: 'order', order }).correct).toBe(true);
          expect(order, 'the order in which they are offered is not the right one').not.toEqual([...sizes.keys()]);
          for (const wrong of [[...sizes.keys()], order.toReversed().slice(1)]) {
            expect(says({ kind: 'order', order: wrong }).correct).toBe(false);
          }
          break;
        }
      }
    },
  );
});

test('every id loads, and a name that is none is not one', () => {
  expect(lessonIds.every(isLessonId)).toBe(true);
  expect(['', 'constructor', '# A lesson', 'Nudge'].some(isLessonId)).toBe(false);
});

test('a jump to any page opens what the pages before would have opened', async () => {
  const lesson = await lessonOf('One\n\n---\n\nTwo\n\n```playground\n{ "state": "#w=1;2;3" }\n```\n\n---\n\nThree');
  expect([1, 2, 3].map((page) => bookmarkAt(lesson, page).start.layers[0]?.weights[0]?.[0])).toEqual([0.4, 1, 1]);
});
