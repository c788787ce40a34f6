import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { hopWords } from '../../format/strings/hop';
import { derivativeText, quantityOf, text } from '../../format/symbol';
import { isParameter, sameRef } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { standingOf, timesAsFar } from '../../state/standing';
import { usePage, type Walk } from '../context';
import { Sentence } from '../math/Sentence';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import { beside } from '../presentation/presentation';
import styles from './Guide.module.css';
import { includesPart, movableWeights, type Scene } from './guide';

/** The line under the network that asks one thing at a time. Every prompt can be ignored or sent away. */
export function Guide() {
  const { guide, known, walk } = usePage();
  const scene = guide.scene.value;
  const line = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  // The button that was pressed goes with its question: the keyboard stays here.
  useLayoutEffect(() => {
    if (pressed.current && document.activeElement === document.body) line.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [scene]);
  // A lesson asks in its own place, and only one of the two asks at a time.
  if (scene.kind === 'away' || known.value.walking || beside.value) return null;
  return (
    <section
      class={styles.guide}
      data-part="guide"
      data-walked={scene.kind === 'powerless' && scene.found.length === 0 && walk.hops.value !== undefined}
      aria-label={words.label}
      tabIndex={-1}
      ref={line}
      onClickCapture={() => {
        pressed.current = true;
      }}
    >
      <div class={styles.scene} aria-live="polite">
        {scene.kind === 'question' && <Question />}
        {scene.kind === 'surprise' && <Surprise chosen={scene.chosen} />}
        {scene.kind === 'powerless' && <Powerless />}
        {scene.kind === 'reuse' && <Reuse />}
        {scene.kind === 'predict' && <Predict />}
        {scene.kind === 'links' && <Links />}
      </div>
      <button type="button" class={styles.leave} aria-label={words.skip} title={words.skip} onClick={guide.leave}>
        ✕
      </button>
    </section>
  );
}

/** The nudge is still being followed: the challenge comes when the walk is over. */
const isWalked = (scene: Scene, { hops, face }: Walk): boolean =>
  scene.kind === 'powerless' && scene.found.length === 0 && hops.value !== undefined && face.value !== 'symbol';

/** The change of the cost when a parameter is moved by the present nudge. */
function useChangeOfCost() {
  const { playground } = usePage();
  return (ref: ParameterRef): number => playground.nudge(ref, playground.nudgeSize.value).changes.at(-1)?.change ?? 0;
}

function useNames() {
  const { writing, playground } = usePage();
  return {
    name: (ref: Parameters<typeof quantityOf>[0]) => text(quantityOf(ref), writing.value),
    cost: playground.notation.value.cost,
    link: (part: Parameters<typeof includesPart>[1]) => derivativeText(part.of, part.by, writing.value),
  };
}

function Question() {
  const { playground, guide } = usePage();
  const { cost, name } = useNames();
  const delta = formatNumber(playground.nudgeSize.value, playground.notation.value, { sign: true, digits: 1 });
  return (
    <>
      <span>{words.question(delta, cost)}</span>
      <Answers>
        {movableWeights(playground.scenario.value).map((ref) => (
          <button key={name(ref)} type="button" onClick={() => guide.show({ kind: 'surprise', chosen: ref })}>
            <Mark of={quantityOf(ref)} />
          </button>
        ))}
        <button type="button" onClick={() => guide.show({ kind: 'surprise', chosen: 'alike' })}>
          {words.alike}
        </button>
      </Answers>
    </>
  );
}

function Surprise({ chosen }: { chosen: ParameterRef | 'alike' }) {
  const { playground, guide, walk } = usePage();
  const { cost, name } = useNames();
  const changeOf = useChangeOfCost();
  const notation = playground.notation.value;
  const weights = movableWeights(playground.scenario.value).map((ref) => ({ ref, change: changeOf(ref) }));
  const widest = Math.max(...weights.map(({ change }) => Math.abs(change)));
  const best = weights.find(({ change }) => Math.abs(change) === widest);
  if (!best) return null;
  const standing = (ref: ParameterRef) => standingOf(playground.scenario.value, ref);
  const times = (change: number, ref: ParameterRef) =>
    formatNumber(timesAsFar(change, changeOf(ref)), notation, { digits: 2 });
  const alike = weights.every(({ change }) => Math.abs(change) === widest);
  const follow = () => {
    const card = document.getElementById('nudge-heading')?.parentElement;
    playground.choose(best.ref);
    walk.restart((card?.lastElementChild as HTMLElement | null)?.offsetHeight);
    guide.show({ kind: 'powerless', found: [] });
    // The walk in sight below the network, and the keys where it goes on.
    card?.querySelector('[data-face]')?.scrollIntoView({ block: 'nearest' });
    card?.querySelector<HTMLElement>('button.primary')?.focus({ preventScroll: true });
  };
  return (
    <>
      <span>
        <Sentence>
          {chosen === 'alike'
            ? alike
              ? words.allAlike(cost)
              : words.notAlike(name(best.ref), cost)
            : sameRef(chosen, best.ref)
              ? words.right(name(best.ref), standing(best.ref))
              : words.wrong(name(chosen), name(best.ref), cost, times(best.change, chosen), standing(chosen))}
        </Sentence>
      </span>
      <ul class={styles.bars}>
        {weights.map(({ ref, change }) => (
          <li key={name(ref)}>
            <Mark of={quantityOf(ref)} />
            <span class={styles.track} aria-hidden="true">
              <span style={{ width: `${widest > 0 ? (100 * Math.abs(change)) / widest : 0}%` }} />
            </span>
            <span>{formatNumber(change, notation, { sign: true })}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={follow}>
        <Sentence>{words.follow(name(best.ref))}</Sentence>
      </button>
    </>
  );
}

function Powerless() {
  const { playground, guide, walk, links } = usePage();
  const { cost, name, link } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'powerless') return null;
  const pick = name(playground.pick.value);
  const shut = links.value.find((f) => f.value === 0);
  if (isWalked(scene, walk)) {
    return <span>{hopWords.waiting}</span>;
  }
  return (
    <>
      <span>
        <Sentence>{shut ? words.shut(link(shut), cost) : words.powerless(pick, cost)}</Sentence>
        {shut && <Added />}
      </span>
      <span>{words.badges(scene.found.length, links.value.length)}</span>
      <ul class={styles.badges}>
        {links.value.map((f) => {
          const found = includesPart(scene.found, f);
          return (
            <li key={link(f)} data-tint={f.tint} data-found={found} title={words.badge(link(f), found)}>
              {found ? '✓' : '·'}
              <span class="visually-hidden">{say.value(words.badge(link(f), found))}</span>
            </li>
          );
        })}
      </ul>
      <button type="button" onClick={() => guide.show({ kind: 'reuse', before: playground.derivation.value.factors })}>
        {words.goOn}
      </button>
    </>
  );
}

/** What would be predicted if factors were added: the core says so, once all of it is there. */
function Added() {
  const { playground, wholeEngine } = usePage();
  const sum = useSignal<number | undefined>(undefined);
  const scenario = playground.scenario.value;
  const pick = playground.pick.value;
  useEffect(() => {
    let wanted = true;
    void wholeEngine().then(
      ({ slips }) => {
        if (!wanted || !isParameter(pick)) return;
        sum.value = slips(scenario, pick).find(({ kind }) => kind === 'added')?.gradient;
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [scenario, pick]);
  if (sum.value === undefined) return null;
  return <> {words.added(formatNumber(sum.value, playground.notation.value))}</>;
}

function Reuse() {
  const { playground, guide, links } = usePage();
  const { cost, name, link } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'reuse') return null;
  const kept = links.value.filter((f) => includesPart(scene.before, f));
  const another = kept.length < scene.before.length;
  return (
    <>
      <span>
        <Sentence>
          {another && kept.length > 0
            ? words.kept(kept.map(link).join(', '), cost)
            : words.choose(name(playground.pick.value))}
        </Sentence>
      </span>
      <button type="button" onClick={() => guide.show({ kind: 'predict' })}>
        {words.goOn}
      </button>
    </>
  );
}

function Predict() {
  const { playground, guide, writing } = usePage();
  const { name } = useNames();
  const scene = guide.scene.value;
  if (scene.kind !== 'predict') return null;
  const pick = playground.pick.value;
  // What a step goes by: the mean over all examples.
  const gradient = playground.derivation.value.update?.gradient ?? 0;
  const direction = gradient < 0 ? 'up' : 'down';
  const written = `${derivativeText({ kind: 'C' }, quantityOf(pick), writing.value)} = ${formatNumber(gradient, playground.notation.value)}`;
  return (
    <>
      <span>
        <Sentence>
          {gradient === 0
            ? words.stays(name(pick))
            : scene.answer
              ? words.answered(scene.answer === direction, words[direction], name(pick))
              : words.predict(written, name(pick))}
        </Sentence>
      </span>
      {scene.answer || gradient === 0 ? (
        <button type="button" onClick={() => (writing.value.slim ? guide.show({ kind: 'links' }) : guide.leave())}>
          {writing.value.slim ? words.goOn : words.done}
        </button>
      ) : (
        <Answers>
          <button type="button" onClick={() => guide.show({ kind: 'predict', answer: 'up' })}>
            {words.up}
          </button>
          <button type="button" onClick={() => guide.show({ kind: 'predict', answer: 'down' })}>
            {words.down}
          </button>
        </Answers>
      )}
    </>
  );
}

function Links() {
  const { playground, guide } = usePage();
  const { cost, name } = useNames();
  const scene = guide.scene.value;
  const [first] = movableWeights(playground.scenario.value);
  if (scene.kind !== 'links' || !first) return null;
  const layers = playground.scenario.value.layers.length;
  // One link into each neuron, one into the cost; and one neuron more.
  const right = layers + 1 + 1;
  return (
    <>
      <span>
        <Sentence>
          {scene.answer === undefined
            ? words.links(name(first), cost)
            : scene.answer === right
              ? words.linksRight(right)
              : words.linksWrong(right)}
        </Sentence>
      </span>
      {scene.answer === undefined ? (
        <Answers>
          {[right - 2, right - 1, right, right + 1].map((answer) => (
            <button key={answer} type="button" onClick={() => guide.show({ kind: 'links', answer })}>
              {answer}
            </button>
          ))}
        </Answers>
      ) : (
        <button type="button" class="primary" onClick={guide.leave}>
          {words.done}
        </button>
      )}
    </>
  );
}

function Answers({ children }: { children: ComponentChildren }) {
  return <span class={styles.answers}>{children}</span>;
}
