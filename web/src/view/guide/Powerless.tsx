import { useEffect, useMemo } from 'preact/hooks';
import { formatNumber } from '../../format/number';
import { guideWords as words } from '../../format/strings/guide';
import { hopWords } from '../../format/strings/hop';
import { isParameter } from '../../scenario/refs';
import { usePage, type Walk } from '../context';
import { Sentence } from '../math/Sentence';
import { say } from '../math/say';
import { useWholeEngine } from '../useWholeEngine';
import { includesPart, keepFinds } from './finds';
import styles from './Guide.module.css';
import type { Scene } from './guide';
import { bring, useNames } from './useNames';

/** The nudge is still being followed: the challenge comes when the walk is over. */
const isWalked = (scene: Scene, { hops, face }: Walk): boolean =>
  scene.kind === 'powerless' && scene.found.length === 0 && hops.value !== undefined && face.value !== 'symbol';

/** The challenge: make a link 0, and nothing that comes before it moves the cost. */
export function Powerless() {
  const { playground, guide, walk, links } = usePage();
  const { cost, name, link } = useNames();
  const scene = guide.scene.value;
  useEffect(() => keepFinds(playground, guide), [playground, guide]);
  if (scene.kind !== 'powerless') return null;
  const pick = name(playground.pick.value);
  const shut = links.value.find((f) => f.value === 0);
  const isFound = shut !== undefined && includesPart(scene.found, shut);
  const all = scene.found.length === links.value.length;
  const told = shut
    ? `${words.shut(link(shut), pick, cost)}${isFound ? '' : ` ${words.byItself(pick)}`}`
    : all
      ? words.allFound(pick, cost)
      : words.powerless(pick, cost);
  if (isWalked(scene, walk)) {
    return <span>{hopWords.waiting}</span>;
  }
  return (
    <>
      <span>
        <Sentence>{told}</Sentence>
        {shut && isFound && <Added />}
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
      <button
        type="button"
        onClick={() => {
          guide.show({ kind: 'reuse', before: playground.derivation.value.factors });
          bring('chain');
        }}
      >
        {words.goOn}
      </button>
    </>
  );
}

/** What would be predicted if factors were added: the core says so, once all of it is there. */
function Added() {
  const { playground } = usePage();
  const engine = useWholeEngine();
  const scenario = playground.scenario.value;
  const pick = playground.pick.value;
  const sum = useMemo(
    () =>
      engine && isParameter(pick)
        ? engine.slips(scenario, pick).find(({ kind }) => kind === 'added')?.gradient
        : undefined,
    [engine, scenario, pick],
  );
  if (sum === undefined) return null;
  return <> {words.added(formatNumber(sum, playground.notation.value))}</>;
}
