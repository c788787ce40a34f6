import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { addStep, exactText, formatNumber, isDraft, parseNumber } from '../../format/number';
import { strings } from '../../format/strings';
import type { LockId } from '../../scenario/ids';
import { usePage } from '../context';
import { isLocked } from '../presentation/presentation';
import { afterRendering } from './afterRendering';
import styles from './NumberField.module.css';
import { snapped, stepPast } from './snap';
import { useDragOnNumber } from './useDragOnNumber';
import { useHold } from './useHold';

interface NumberFieldProps {
  /** Accessible name: "weight w₁". */
  label: string;
  value: number;
  /** Called with each good value; the same gesture token means the same drag, the same typing, the same held key. */
  onEdit: (value: number, gesture: unknown) => void;
  /** What an arrow key or a button adds; Shift ×10, Alt ÷10. */
  step?: number;
  /** Least value that is taken. */
  min?: number;
  /** What training may change, what is given, or a setting of the descent. */
  kind: 'parameter' | 'given' | 'setting';
  /** Where a message about a bad text stands, so that no edge cuts it. */
  bubble?: 'below' | 'belowFromStart' | 'belowToEnd' | 'above';
  /** Id of an element that tells more, such as the gradient. */
  describedBy?: string | undefined;
  disabled?: boolean;
  /** What it belongs to: a page may keep its reader from changing that. */
  lock?: LockId;
  /** A value that steps and drags do not miss. */
  snap?: () => number | undefined;
  /** Draws attention to the number on a first visit. */
  offered?: boolean;
}

/** How far a press goes: Shift ten times, Alt a tenth. */
const stride = (step: number, keys: { shiftKey: boolean; altKey: boolean }): number =>
  step * (keys.shiftKey ? 10 : 1) * (keys.altKey ? 0.1 : 1);

/** A number that is typed, dragged, stepped by − + and by arrow keys. It keeps the text being typed; the network keeps the last good value. */
export function NumberField({
  label,
  value,
  onEdit,
  step = 0.01,
  min,
  kind,
  bubble = 'below',
  describedBy,
  disabled = false,
  lock,
  snap,
  offered = false,
}: NumberFieldProps) {
  const { playground } = usePage();
  const locked = isLocked(lock);
  const notation = playground.notation.value;
  const input = useRef<HTMLInputElement>(null);
  const draft = useSignal<string | undefined>(undefined);
  /** What was wrong with a text, and the value that was kept: once that changes, the message is old. */
  const problem = useSignal<{ message: string; kept: number } | undefined>(undefined);
  const typing = useRef<{ before: number } | undefined>(undefined);
  // Events may come faster than renders: each one builds on the value that the last one left.
  const latest = useRef(value);
  latest.current = value;

  const shown = formatNumber(value, notation);
  const complain = (message: string) => {
    problem.value = { message, kept: latest.current };
  };
  const take = (next: number, gesture: unknown): boolean => {
    if (locked) return false;
    if (min !== undefined && next < min) {
      complain(strings.field.tooSmall(formatNumber(min, notation), formatNumber(latest.current, notation)));
      return false;
    }
    problem.value = undefined;
    if (next !== latest.current) {
      latest.current = next;
      onEdit(next, gesture);
    }
    return true;
  };
  /**
   * A focused field's text follows, once the page has rendered: the browser lays out the page to place the caret in the new
   * text, which among other changes would be one layout too many.
   */
  const follow = () => {
    if (draft.peek() === undefined) return;
    draft.value = exactText(latest.current, notation);
    afterRendering(() => {
      const text = draft.peek();
      if (text !== undefined && input.current && input.current.value !== text) input.current.value = text;
    });
  };
  const nudge = (delta: number, gesture: unknown) => {
    const next = stepPast(latest.current, delta, snap?.());
    take(min === undefined ? next : Math.max(min, next), gesture);
    follow();
  };

  const refuse = (text: string) => {
    const kept = formatNumber(latest.current, notation);
    const size = Math.abs(Number(text.replace('−', '-').replace(notation.decimal, '.')));
    complain((size === Number.POSITIVE_INFINITY ? strings.field.tooLarge : strings.field.notANumber)(text, kept));
  };
  const type = (text: string) => {
    draft.value = text;
    const next = parseNumber(text);
    if (next !== undefined) take(next, typing.current);
    else if (isDraft(text)) problem.value = undefined;
    else refuse(text);
  };
  /** Shows the number to its last digit, all of it selected, before anything is typed. */
  const focus = () => {
    typing.current = { before: latest.current };
    draft.value = exactText(latest.current, notation);
    if (!input.current) return;
    input.current.value = draft.value;
    input.current.select();
  };
  const leave = () => {
    const text = draft.value;
    if (text !== undefined && parseNumber(text) === undefined) refuse(text);
    draft.value = undefined;
    typing.current = undefined;
  };

  const held = useRef<object | undefined>(undefined);
  const key = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction !== 0) {
      event.preventDefault();
      if (!event.repeat) held.current = {};
      nudge(direction * stride(step, event), held.current);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      leave();
      focus();
    } else if (event.key === 'Escape' && typing.current) {
      event.stopPropagation();
      take(typing.current.before, typing.current);
      problem.value = undefined;
      follow();
    }
  };

  const drag = useDragOnNumber({
    from: () => latest.current,
    move: (start, pixels, keys, gesture) => {
      const one = stride(step, keys);
      const next = snapped(addStep(start, Math.round(pixels / 3) * one), one, snap?.());
      take(min === undefined ? next : Math.max(min, next), gesture);
      follow();
    },
    tap: () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  const less = useHold((event, gesture) => nudge(-stride(step, event), gesture));
  const more = useHold((event, gesture) => nudge(stride(step, event), gesture));

  const message = problem.value?.kept === value ? problem.value.message : undefined;
  const text = draft.value ?? shown;
  /** Characters that fit at full size. */
  const room = notation.digits + 3;
  const whole = draft.value !== undefined && text.length > room + 1;
  return (
    <span
      class={`${styles.field} ${styles[kind]} ${offered ? styles.offered : ''} ${disabled ? styles.disabled : ''} ${whole ? styles.whole : ''}`}
    >
      <button
        type="button"
        class={styles.button}
        aria-label={strings.field.less(label)}
        disabled={disabled || locked}
        tabIndex={-1}
        {...less}
      >
        −
      </button>
      <input
        ref={input}
        class={styles.number}
        type="text"
        // The keypad for decimals of some phones has no minus.
        inputMode={min === undefined ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck={false}
        role="spinbutton"
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuenow={Number.isFinite(value) ? value : undefined}
        aria-valuetext={shown}
        aria-valuemin={min}
        aria-invalid={message !== undefined}
        disabled={disabled}
        readOnly={locked}
        title={locked ? undefined : strings.field.hint}
        value={draft.value === undefined ? shown : undefined}
        style={
          whole ? { width: `${text.length + 2}ch` } : { fontSize: `${Math.min(1, room / text.length).toFixed(2)}em` }
        }
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={focus}
        onBlur={leave}
        onKeyDown={key}
        {...drag}
      />
      <button
        type="button"
        class={styles.button}
        aria-label={strings.field.more(label)}
        disabled={disabled || locked}
        tabIndex={-1}
        {...more}
      >
        +
      </button>
      <span role="status" class={message === undefined ? 'visually-hidden' : `${styles.problem} ${styles[bubble]}`}>
        {message}
      </span>
    </span>
  );
}
