import { formatNumber } from '../../format/number';
import { lessonWords as words } from '../../format/strings/lesson';
import { slipWords } from '../../format/strings/slips';
import { digitsBeside, isRounded, typed } from '../../lesson/near';
import { quantityText } from '../../lesson/quantity';
import type { Ask, Verdict } from '../../lesson/types';
import type { Notation } from '../../scenario/types';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { isHidden } from '../presentation/presentation';
import styles from './Asked.module.css';
import type { Given } from './kept';
import { useLive } from './Live';

/** What is said to an answer: whether it is right, which slip it is, and how to go on. */
export function Said({ ask, given, settled }: { ask: Ask; given: Given | undefined; settled: boolean }) {
  const said = useSaid(ask, given, settled);
  const right = given?.verdict.correct === true;
  return (
    <div class={styles.said} role="status" tabIndex={-1} data-said={right ? 'right' : settled ? 'left' : 'wrong'}>
      {said.length > 0 && (
        <p>
          <span aria-hidden="true">{right ? '✓ ' : settled ? '' : '✗ '}</span>
          <Sentence>{said.join(' ')}</Sentence>
        </p>
      )}
    </div>
  );
}

function useSaid(ask: Ask, given: Given | undefined, settled: boolean): readonly string[] {
  const { writing, playground } = usePage();
  const notation = playground.notation.value;
  const value = useLive(ask.kind === 'number' ? ask.of : undefined);
  const name = ask.kind === 'number' ? quantityText(ask.of, writing.value) : '';
  if (given?.verdict.correct) {
    const then = ask.before === undefined ? [] : [ask.before === 'step' ? words.thenStep : words.thenNudge];
    if (given.answer.kind === 'number') return [rightNumber(name, given.answer.text, given.verdict, notation), ...then];
    return [ask.kind === 'reach' ? words.reached : words.right, ...then];
  }
  if (settled) {
    if (ask.kind === 'number' && value !== undefined) return [words.leftValue(name, value)];
    return [ask.kind === 'choice' ? words.leftOption : words.left];
  }
  if (!given) return [];
  const found = given.verdict.slips;
  const { cost } = notation;
  const go = ask.before === undefined ? words.tryAgain : ask.before === 'step' ? words.orStep : words.orNudge;
  if (ask.kind === 'number' && found.length > 0) {
    return [words.slip(found.map((kind) => slipWords.names[kind])), ...found.map((kind) => slipWords.why[kind](cost))];
  }
  if (ask.kind === 'number' && ask.before === undefined && !isHidden('nudge')) return [words.notYet, words.tryNumber];
  return [words.notYet, go];
}

/** An answer within the tolerance is right, and still not the true number. */
function rightNumber(name: string, text: string, { truth }: Verdict, notation: Notation): string {
  const given = typed(text);
  if (!given || typeof truth !== 'number') return words.right;
  const said = isRounded(given, truth) ? words.rightValue : words.rightNear;
  return said(name, formatNumber(truth, notation, { digits: digitsBeside(given, notation) }));
}
