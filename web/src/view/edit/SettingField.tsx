import { useSignal } from '@preact/signals';
import { exactText, parseNumber } from '../../format/number';
import { editWords } from '../../format/strings/edit';
import { usePage } from '../context';
import styles from './SettingField.module.css';

/** A number that has a default or may be left empty. What is typed is taken on Enter or on leaving, or refused with the reason. */
export function SettingField({
  label,
  meaning,
  value,
  empty,
  expects,
  disabled = false,
  onSet,
}: {
  label: string;
  /** What the number does. */
  meaning?: string;
  value: number | undefined;
  /** What an empty field means, as it stands in the empty field. */
  empty: string;
  /** What is expected where the number is not taken; undefined where it is. */
  expects: (value: number) => string | undefined;
  disabled?: boolean;
  /** Undefined = left empty. */
  onSet: (value: number | undefined) => void;
}) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const draft = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const shown = value === undefined ? '' : exactText(value, notation);
  const take = () => {
    const text = draft.value?.trim();
    if (text === undefined) return;
    draft.value = undefined;
    if (text === '') {
      problem.value = undefined;
      return onSet(undefined);
    }
    const next = parseNumber(text);
    const expected = expects(next ?? Number.NaN);
    problem.value = expected && editWords.number.refused(text, expected);
    if (expected === undefined && next !== value) onSet(next);
  };
  return (
    <label class={styles.setting} title={meaning}>
      <span>{label}</span>
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        placeholder={empty}
        disabled={disabled}
        aria-invalid={problem.value !== undefined}
        value={draft.value ?? shown}
        onInput={(event) => {
          draft.value = event.currentTarget.value;
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && draft.value !== undefined) {
            event.stopPropagation();
            draft.value = undefined;
            problem.value = undefined;
          }
        }}
      />
      <span class={styles.problem} role="status">
        {problem.value}
      </span>
    </label>
  );
}
