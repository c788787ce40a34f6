import styles from './Builder.module.css';

/** One check box for each id. `inverted`: checked is what the list does not hold. */
export function Checks<Id extends string>({
  legend,
  ids,
  names,
  checked,
  inverted = false,
}: {
  legend: string;
  ids: readonly Id[];
  names: Readonly<Record<Id, string>>;
  checked: { value: readonly Id[] };
  inverted?: boolean;
}) {
  return (
    <fieldset class={styles.group}>
      <legend>{legend}</legend>
      {ids.map((id) => (
        <Check
          key={id}
          name={names[id]}
          on={checked.value.includes(id) !== inverted}
          onChange={(on) => {
            const listed = on !== inverted;
            checked.value = ids.filter((other) => (other === id ? listed : checked.value.includes(other)));
          }}
        />
      ))}
    </fieldset>
  );
}

export function Check({
  name,
  on,
  disabled = false,
  onChange,
}: {
  name: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label>
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {name}
    </label>
  );
}
