/** Following and lighting links from a component. */
import { useComputed } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Part } from '../../../bindings/backprop';
import { usePage } from './context';
import { type Link, sameLink } from './links';

/** A link whose value may be an old one. */
type HeldLink = Pick<Link, 'of' | 'by' | 'value' | 'tint'>;

/**
 * The link of the chosen chain that `find` picks out: the same object for as long as it is the same link, so that what shows
 * no value of it does not follow each number.
 */
export function useLink(find: (links: readonly Link[]) => Link | undefined): HeldLink | undefined {
  const { links } = usePage();
  const held = useRef<Link | undefined>(undefined);
  return useComputed(() => {
    const next = find(links.value);
    if (!sameLink(next, held.current)) held.current = next;
    return held.current;
  }).value;
}

/**
 * Handlers that light links while they are pointed at or focused; pressed, until something else is
 * pointed at or pressed.
 */
export function useLighting(...links: (Part | undefined)[]) {
  const { lit } = usePage();
  const parts = links.filter((link) => link !== undefined);
  const held = useRef(parts);
  held.current = parts;
  const handlers = useMemo(() => {
    let mine: readonly Part[] | undefined;
    let kept = false;
    const on = () => {
      lit.value = mine = held.current;
    };
    const off = () => {
      if (lit.peek() === mine) lit.value = [];
    };
    const leave = () => {
      if (!kept) off();
    };
    const press = ({ currentTarget: pressed, target }: { currentTarget: Element; target: EventTarget | null }) => {
      // What is pressed in it, to change a number, is about something else.
      const control = target instanceof Element && target.closest('button, input, select');
      if (control && control !== pressed && pressed.contains(control)) return;
      on();
      kept = true;
      const release = ({ target }: Event) => {
        if (target instanceof Node && pressed.contains(target)) return;
        kept = false;
        off();
      };
      addEventListener('pointerdown', release, { capture: true, once: true });
    };
    return {
      onPointerEnter: on,
      onPointerLeave: leave,
      onPointerUpCapture: press,
      onFocusCapture: on,
      onBlurCapture: off,
    };
  }, [lit]);
  return parts.length ? handlers : {};
}
