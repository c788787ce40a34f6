import { Sentence } from './math/Sentence';
import styles from './Segments.module.css';

/** One of a few choices, side by side: radio buttons, so the arrow keys work. */
export function Segments<T extends string | number>({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  legend: string;
  name: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset class={styles.segments}>
      <legend>{legend}</legend>
      <span class={styles.group}>
        {options.map((option) => (
          <label key={option.value} class={option.value === value ? styles.active : ''}>
            <input
              type="radio"
              class="over-label"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <Sentence>{option.label}</Sentence>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
