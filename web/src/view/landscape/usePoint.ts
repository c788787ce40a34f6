import { useRef } from 'preact/hooks';
import { addStep } from '../../format/number';
import { withParameter } from '../../scenario/edits';
import { isBias, parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { usePage } from '../context';
import { isLocked } from '../presentation/presentation';
import { roundUp, type Scale, valueAt } from './scale';

interface PointAxis {
  readonly ref: ParameterRef;
  readonly scale: Scale;
}

/** What an arrow key adds; Shift ten times, Alt a tenth, as in the fields. */
const keyStep = 0.01;

/** Steps of a drag: at most about so many along an axis, of a round size. */
const dragSteps = 400;

const rounded = (value: number, { from, to }: Scale): number => {
  const step = roundUp(Math.abs(to - from) / dragSteps);
  return Number((Math.round(value / step) * step).toPrecision(12));
};

/**
 * Handlers for a picture whose point stands for parameters: it is dragged (by touch only where it is taken hold of, so that
 * the page still scrolls), put where the picture is tapped, and moved by the arrow keys. A drag, and a key held down, is
 * one undo entry.
 */
export function usePoint(x: PointAxis, y?: PointAxis) {
  const { playground } = usePage();
  const drag = useRef<{ pointer: number } | undefined>(undefined);
  const held = useRef<object | undefined>(undefined);

  const edit = (values: readonly (readonly [PointAxis, number])[], gesture: unknown) => {
    if (values.some(([{ ref }]) => isLocked(isBias(ref) ? 'b' : 'w'))) return;
    const next = values.reduce((s, [{ ref }, value]) => withParameter(s, ref, value), playground.scenario.peek());
    playground.edit(next, gesture);
  };
  const moveTo = (event: MouseEvent, gesture: unknown) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const to: [PointAxis, number][] = [[x, rounded(valueAt(event.clientX - box.left, x.scale), x.scale)]];
    if (y) to.push([y, rounded(valueAt(event.clientY - box.top, y.scale), y.scale)]);
    edit(to, gesture);
  };
  const onHandle = (event: Event) => event.target instanceof Element && event.target.closest('[data-handle]') !== null;

  const key = (event: KeyboardEvent) => {
    const way: Record<string, readonly [PointAxis | undefined, number]> = {
      ArrowRight: [x, 1],
      ArrowLeft: [x, -1],
      ArrowUp: [y ?? x, 1],
      ArrowDown: [y ?? x, -1],
    };
    const [axis, direction] = way[event.key] ?? [undefined, 0];
    if (!axis) return;
    event.preventDefault();
    if (!event.repeat) held.current = {};
    const by = direction * keyStep * (event.shiftKey ? 10 : 1) * (event.altKey ? 0.1 : 1);
    edit([[axis, addStep(parameterAt(playground.scenario.peek(), axis.ref), by)]], held.current);
  };

  return {
    onKeyDown: key,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || drag.current || (event.pointerType === 'touch' && !onHandle(event))) return;
      drag.current = { pointer: event.pointerId };
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      if (!onHandle(event)) moveTo(event, drag.current);
    },
    onPointerMove: (event: PointerEvent) => {
      if (drag.current?.pointer === event.pointerId) moveTo(event, drag.current);
    },
    onPointerUp: (event: PointerEvent) => {
      if (drag.current?.pointer === event.pointerId) drag.current = undefined;
      else if (event.pointerType === 'touch') moveTo(event, {});
    },
    onPointerCancel: (event: PointerEvent) => {
      if (drag.current?.pointer === event.pointerId) drag.current = undefined;
    },
  };
}
