import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Parts } from './parts';

interface Going<Of, T> {
  /** 0 … 1, rounded to what can be seen. */
  readonly share: number;
  /** The last one that came to its end, and what it was about. */
  readonly done?: { readonly of: Of; readonly result: T };
}

/**
 * What `begin` makes of `of`, part by part, each in a turn of the event loop of its own; undefined makes nothing. Another
 * `of`, or the end of the component, breaks it off.
 */
export function useParts<Of, T>(of: Of, begin: ((of: Of) => Parts<T>) | undefined): Going<Of, T> {
  const going = useSignal<Going<Of, T>>({ share: 0 });
  const wanted = begin !== undefined;
  // Before anything is painted: what is over with its first part is there at once.
  useLayoutEffect(() => {
    if (!begin) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const parts = begin(of);
    going.value = { ...going.peek(), share: 0 };
    const goOn = () => {
      const next = parts.next();
      if (next.done) {
        going.value = { share: 1, done: { of, result: next.value } };
        return;
      }
      const share = Math.round(100 * next.value) / 100;
      if (share !== going.peek().share) going.value = { ...going.peek(), share };
      timer = setTimeout(goOn);
    };
    goOn();
    return () => clearTimeout(timer);
  }, [of, wanted, going]);
  return going.value;
}
