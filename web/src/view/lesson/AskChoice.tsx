import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { lessonWords as words } from '../../format/strings/lesson';
import type { Answer, ChoiceAsk, SignAsk } from '../../lesson/types';
import styles from './Asked.module.css';
import { Inlines } from './Inlines';
import { type AskProps, Question } from './Question';
import { useLesson } from './useLesson';

interface Option {
  readonly answer: Answer;
  readonly label: ComponentChildren;
}

const signs = [1, 0, -1] as const;

const optionsOf = (ask: ChoiceAsk | SignAsk): readonly Option[] =>
  ask.kind === 'sign'
    ? signs.map((sign) => ({ answer: { kind: 'sign', sign }, label: words.signs[sign] }))
    : ask.options.map((label, option) => ({ answer: { kind: 'choice', option }, label: <Inlines of={label} /> }));

const same = (a: Answer | undefined, b: Answer): boolean =>
  a?.kind === 'choice' && b.kind === 'choice'
    ? a.option === b.option
    : a?.kind === 'sign' && b.kind === 'sign' && a.sign === b.sign;

/** One of a few: radio buttons, which the arrow keys go through, and a button that hands the answer in. */
export function AskChoice({ ask, settled, wrong, onAnswer }: AskProps<ChoiceAsk | SignAsk>) {
  const { open } = useLesson();
  const given = open.value?.given[ask.id]?.answer;
  const chosen = useSignal<Answer | undefined>(given);
  const missing = useSignal(false);
  const name = useId();
  const isAnswer = ({ answer }: Option) =>
    ask.kind === 'choice' && same({ kind: 'choice', option: ask.answer }, answer);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        missing.value = chosen.value === undefined;
        if (chosen.value) onAnswer(chosen.value);
      }}
    >
      <fieldset disabled={settled} class={ask.kind === 'sign' ? styles.row : styles.options}>
        <legend>
          <Question ask={ask} />
        </legend>
        {optionsOf(ask).map((option, k) => {
          const right = settled && (isAnswer(option) || (same(given, option.answer) && wrong === undefined));
          const mark = right ? '✓' : same(wrong, option.answer) ? '✗' : '';
          return (
            <label key={k} data-mark={mark}>
              <input
                type="radio"
                name={name}
                checked={same(chosen.value, option.answer)}
                onChange={() => {
                  chosen.value = option.answer;
                  missing.value = false;
                }}
              />
              <span>{option.label}</span>
              <span class={styles.mark} aria-hidden="true">
                {mark}
              </span>
              {right && isAnswer(option) && wrong !== undefined && <small>{words.rightOne}</small>}
            </label>
          );
        })}
      </fieldset>
      {!settled && (
        <button type="submit" class="primary">
          {words.check}
        </button>
      )}
      {missing.value && <small role="alert">{words.chooseFirst}</small>}
    </form>
  );
}
