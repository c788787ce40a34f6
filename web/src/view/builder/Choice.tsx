/** One of several, or none of them. */
export function Choice<Id extends string>({
  label,
  none,
  ids,
  names,
  chosen,
}: {
  label: string;
  none: string;
  ids: readonly Id[];
  names: (id: Id) => string;
  chosen: { value: Id | undefined };
}) {
  return (
    <label>
      {label}{' '}
      <select
        value={ids.find((id) => id === chosen.value) ?? ''}
        onChange={({ currentTarget }) => {
          chosen.value = ids.find((id) => id === currentTarget.value);
        }}
      >
        <option value="">{none}</option>
        {ids.map((id) => (
          <option key={id} value={id}>
            {names(id)}
          </option>
        ))}
      </select>
    </label>
  );
}
