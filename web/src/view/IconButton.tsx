import { Icon } from './Icon';

/** A button that shows a drawing and is called by its label. */
export function IconButton({
  name,
  label,
  keys,
  part,
  ...rest
}: {
  name: Parameters<typeof Icon>[0]['name'];
  label: string;
  /** The keys that do the same. */
  keys?: string;
  /** By which a query hides it. */
  part?: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" aria-label={label} title={keys ? `${label} (${keys})` : label} data-part={part} {...rest}>
      <Icon name={name} />
    </button>
  );
}
