import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { lessonWords as words } from '../../format/strings/lesson';
import { quantityText } from '../../lesson/quantity';
import type { OrderAsk } from '../../lesson/types';
import { usePage } from '../context';
import { say } from '../math/say';
import styles from './Asked.module.css';
import { QuantityMark } from './Live';
import { type AskProps, Question } from './Question';
import { useLesson } from './useLesson';

/** Several to be put in order, by a button up and a button down at each, or by the arrow keys on either. */
export function AskOrder({ ask, settled, onAnswer }: AskProps<OrderAsk>) {
  const { writing } = usePage();
  const { open } = useLesson();
  const given = open.value?.given[ask.id]?.answer;
  const order = useSignal<readonly number[]>(given?.kind === 'order' ? given.order : ask.of.map((_, k) => k));
  const heard = useSignal('');
  const list = useRef<HTMLOListElement>(null);
  const nameOf = (k: number) => {
    const q = ask.of[k];
    return q ? say.value(quantityText(q, writing.value)) : '';
  };
  const move = (from: number, by: 1 | -1) => {
    const to = from + by;
    const [k, other] = [order.value[from], order.value[to]];
    if (k === undefined || other === undefined) return;
    order.value = order.value.map((one, at) => (at === from ? other : at === to ? k : one));
    heard.value = words.moved(nameOf(k), to + 1, order.value.length);
    // The button goes with its row; at an end it is the other one that goes on.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll('button');
      const [up, down] = [buttons?.[0], buttons?.[1]];
      const wanted = by < 0 ? [up, down] : [down, up];
      wanted.find((button) => button && !button.disabled)?.focus();
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer({ kind: 'order', order: order.value });
      }}
    >
      <p class={styles.question}>
        <Question ask={ask} /> <small>{words.largestFirst}</small>
      </p>
      <ol ref={list} class={styles.order}>
        {order.value.map((k, at) => {
          const q = ask.of[k];
          return (
            <li
              key={k}
              onKeyDown={(event) => {
                const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
                if (by === undefined || settled) return;
                event.preventDefault();
                move(at, by);
              }}
            >
              <span class={styles.what}>{q && <QuantityMark of={q} />}</span>
              {!settled && (
                <>
                  <button
                    type="button"
                    aria-label={words.up(nameOf(k))}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    aria-label={words.down(nameOf(k))}
                    disabled={at === order.value.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ol>
      <span class="visually-hidden" role="status">
        {heard.value}
      </span>
      {!settled && (
        <button type="submit" class="primary">
          {words.check}
        </button>
      )}
    </form>
  );
}
