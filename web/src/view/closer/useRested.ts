import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** After so many milliseconds without a change a value is at rest. */
const rest = 150;

/** `value` as it was when it last stood still for a moment: for what takes longer than a frame to compute. */
export function useRested<T>(value: T): T {
  const rested = useSignal({ value });
  useEffect(() => {
    if (rested.peek().value === value) return;
    const timer = setTimeout(() => {
      rested.value = { value };
    }, rest);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested.value.value;
}
