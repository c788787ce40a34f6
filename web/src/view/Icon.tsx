/** Small drawings for buttons; the button carries the name. */
const paths = {
  reset: 'M4 3v10M13 3L6 8l7 5z',
  back: 'M12 3L5 8l7 5z',
  next: 'M4 3l7 5-7 5z',
  play: 'M4 2.5l9 5.5-9 5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  undo: 'M6 3L2.5 6.5 6 10M3 6.5h6a4 4 0 010 8H6',
  share: 'M8 10V2M5 5l3-3 3 3M4 8H2.5v6h11V8H12',
  settings: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4',
  help: 'M5.5 6a2.5 2.5 0 113.6 2.2C8.3 8.7 8 9 8 10M8 13v.01',
  lock: 'M3 7.5h10v7H3zM5 7.5V5a3 3 0 016 0v2.5',
  redo: 'M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 000 8h3',
} as const;
const outlined: readonly string[] = ['undo', 'redo', 'share', 'settings', 'help', 'lock'];

export function Icon({ name }: { name: keyof typeof paths }) {
  const line = outlined.includes(name);
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="icon">
      <path
        d={paths[name]}
        fill={line ? 'none' : 'currentColor'}
        stroke="currentColor"
        stroke-width={line ? 1.8 : 1.2}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
