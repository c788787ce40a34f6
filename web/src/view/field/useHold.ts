import { useEffect, useRef } from 'preact/hooks';

const firstWait = 400;
const nextWait = 70;

/**
 * A button that repeats while it is held. One hold is one gesture, so one undo entry; it goes on where the button moves away
 * under the pointer, as when a line above it goes. A click without a pointer (a screen reader's) counts too. A finger may
 * have come to scroll: it counts once it is lifted, or stays.
 */
export function useHold(press: (event: MouseEvent, gesture: unknown) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pressed = useRef(false);
  const latest = useRef(press);
  latest.current = press;
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => stop, []);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      (event.currentTarget as HTMLButtonElement).setPointerCapture(event.pointerId);
      const gesture = {};
      const once = () => {
        pressed.current = true;
        latest.current(event, gesture);
      };
      const again = (wait: number) => {
        timer.current = setTimeout(() => {
          once();
          again(nextWait);
        }, wait);
      };
      pressed.current = false;
      if (event.pointerType === 'mouse') once();
      stop();
      again(firstWait);
    },
    onPointerUp: stop,
    onLostPointerCapture: stop,
    onPointerCancel: () => {
      pressed.current = false;
      stop();
    },
    onClick: (event: MouseEvent) => {
      if (!pressed.current) latest.current(event, {});
      pressed.current = false;
    },
  };
}
