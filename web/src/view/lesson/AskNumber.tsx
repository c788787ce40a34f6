import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { lessonWords as words } from '../../format/strings/lesson';
import { isAnswer } from '../../lesson/judge';
import { quantityText } from '../../lesson/quantity';
import type { NumberAsk } from '../../lesson/types';
import { usePage } from '../context';
import { say } from '../math/say';
import styles from './Asked.module.css';
import { QuantityMark } from './Live';
import { type AskProps, Question } from './Question';

/** A number to be worked out; as many digits as the reader likes. */
export function AskNumber({ ask, settled, wrong, onAnswer }: AskProps<NumberAsk>) {
  const { writing } = usePage();
  const given = wrong?.kind === 'number' ? wrong.text : '';
  const draft = useSignal(given);
  const problem = useSignal('');
  const id = useId();
  const name = say.value(quantityText(ask.of, writing.value));
  const submit = () => {
    problem.value = isAnswer(draft.value) ? '' : words.notNumber(draft.value);
    if (problem.value === '') onAnswer({ kind: 'number', text: draft.value.trim() });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class={styles.question}>
        <Question ask={ask} />
      </p>
      {!settled && (
        <div class={styles.number}>
          <span aria-hidden="true">
            <QuantityMark of={ask.of} /> =
          </span>
          <input
            type="text"
            inputMode="text"
            autocomplete="off"
            spellcheck={false}
            aria-label={`${ask.plain} ${name}`}
            aria-invalid={problem.value !== '' || (wrong !== undefined && draft.value === given)}
            aria-describedby={id}
            value={draft.value}
            onInput={(event) => {
              draft.value = event.currentTarget.value;
              problem.value = '';
            }}
          />
          <button type="submit" class="primary">
            {words.check}
          </button>
        </div>
      )}
      {!settled && (
        <small id={id} role="alert">
          {problem.value}
        </small>
      )}
    </form>
  );
}
