import { Icon } from './Icon';

/** A button that shows a drawing and is called by its label. */
export function IconButton({
  name,
  label,
  keys,
  ...rest
}: {
  name: Parameters<typeof Icon>[0]['name'];
  label: string;
  /** The keys that do the same. */
  keys?: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" aria-label={label} title={keys ? `${label} (${keys})` : label} {...rest}>
      <Icon name={name} />
    </button>
  );
}
