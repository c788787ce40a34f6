import { useRef } from 'preact/hooks';

interface Keys {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Pixels that a press may wander and still be a tap. */
const slack = 4;

/**
 * Dragging sideways on a number. A press that does not move is a tap. `gesture` is one token for a whole drag, so that it
 * becomes one undo entry. The element needs `touch-action: pan-y`: a finger that goes up or down scrolls the page.
 */
export function useDragOnNumber(on: {
  from: () => number;
  move: (start: number, pixels: number, keys: Keys, gesture: unknown) => void;
  tap: () => void;
}) {
  const drag = useRef<{ pointer: number; x: number; start: number; moved: boolean } | undefined>(undefined);
  return {
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onPointerDown: (event: PointerEvent) => {
      const target = event.currentTarget as HTMLInputElement;
      if (event.button !== 0 || target.disabled || drag.current) return;
      drag.current = { pointer: event.pointerId, x: event.clientX, start: on.from(), moved: false };
      target.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const d = drag.current;
      if (!d || event.pointerId !== d.pointer) return;
      const pixels = event.clientX - d.x;
      if (!d.moved && Math.abs(pixels) <= slack) return;
      d.moved = true;
      on.move(d.start, pixels, event, d);
    },
    onPointerUp: (event: PointerEvent) => {
      const d = drag.current;
      if (!d || event.pointerId !== d.pointer) return;
      drag.current = undefined;
      if (!d.moved) on.tap();
    },
    onPointerCancel: (event: PointerEvent) => {
      if (event.pointerId === drag.current?.pointer) drag.current = undefined;
    },
  };
}
