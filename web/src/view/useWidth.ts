import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** CSS pixels that fit on a sheet of A4 or letter paper inside a card. */
const paper = 640;

/** Inner width of an element in CSS pixels, kept up to date; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const width = useSignal(0);
  useLayoutEffect(() => {
    const el = element.current;
    if (!el) return;
    let most = Number.POSITIVE_INFINITY;
    const measure = () => {
      width.value = Math.min(most, Math.floor(el.clientWidth));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(el);
    // The browser tells nobody how wide its paper is.
    const print = ({ type }: Event) => {
      most = type === 'beforeprint' ? paper : Number.POSITIVE_INFINITY;
      measure();
    };
    addEventListener('beforeprint', print);
    addEventListener('afterprint', print);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', print);
    };
  }, [element, width]);
  return width.value;
}
