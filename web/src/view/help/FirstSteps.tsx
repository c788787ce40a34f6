import { helpWords } from '../../format/strings/help';
import { isParameter } from '../../scenario/refs';
import { usePage } from '../context';
import { canAsk, movableWeights, type Scene } from '../guide/guide';
import { bring } from '../guide/useNames';
import { Sentence } from '../math/Sentence';
import { rememberWelcome, welcomed } from '../welcome/welcomed';
import styles from './HelpDialog.module.css';

type Prompt = readonly [words: string, scene: () => Scene, walked?: boolean];

/** Every prompt of the first minutes, to be asked again, each by itself; and all of them from the start. */
export function FirstSteps({ onClose }: { onClose: () => void }) {
  const { playground, guide, folded, walk, writing } = usePage();
  const asks = canAsk(playground.scenario.value);
  const { prompts } = helpWords;

  const show = (scene: Scene, walked: boolean) => {
    const pick = playground.pick.peek();
    const [first] = movableWeights(playground.scenario.peek());
    if (first && !isParameter(pick)) playground.choose(first);
    playground.leavePhases();
    if (walked) walk.restart();
    else walk.hops.value = undefined;
    folded.value = false;
    rememberWelcome();
    guide.show(scene);
    onClose();
    requestAnimationFrame(() => bring(walked ? 'nudge' : scene.kind === 'reuse' ? 'chain' : 'diagram'));
  };
  const again = () => {
    welcomed.value = false;
    guide.restart();
    walk.hops.value = undefined;
    folded.value = true;
    onClose();
  };
  const before = () => playground.derivation.peek().factors;
  const links: Prompt[] = writing.value.slim ? [[prompts.links, () => ({ kind: 'links' })]] : [];
  const scenes: readonly Prompt[] = [
    [prompts.question(playground.notation.value.cost), () => ({ kind: 'question' })],
    [prompts.walk, () => ({ kind: 'powerless', found: [] }), true],
    [prompts.powerless, () => ({ kind: 'powerless', found: [] })],
    [prompts.reuse, () => ({ kind: 'reuse', before: before() })],
    [prompts.predict, () => ({ kind: 'predict' })],
    ...links,
  ];
  return (
    <>
      <h3>{helpWords.steps}</h3>
      <p class={styles.prompts}>
        <button type="button" onClick={again}>
          {helpWords.first}
        </button>
        {asks &&
          scenes.map(([words, scene, walked]) => (
            <button key={words} type="button" onClick={() => show(scene(), walked ?? false)}>
              <Sentence>{words}</Sentence>
            </button>
          ))}
      </p>
      {!asks && <p>{helpWords.noSteps}</p>}
    </>
  );
}
