import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** After so many milliseconds without a change a value is at rest. */
const rest = 150;

/**
 * `value` as it was when it last stood still for a moment, for what takes longer than a frame to compute; `old` while it
 * has changed since.
 */
export function useRested<T>(value: T): { rested: T; old: boolean } {
  const held = useSignal({ value });
  useEffect(() => {
    if (held.peek().value === value) return;
    const timer = setTimeout(() => {
      held.value = { value };
    }, rest);
    return () => clearTimeout(timer);
  }, [value, held]);
  return { rested: held.value.value, old: held.value.value !== value };
}
