import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { usePage } from '../context';
import type { NetworkShape } from './layout';
import { shapeOf } from './shapeOf';

/** The shape of the network on screen; a component that asks for it renders again when the shape changes, not a number. */
export function useShape(): NetworkShape {
  const { playground } = usePage();
  const key = useComputed(() => JSON.stringify(shapeOf(playground.scenario.value)));
  return useMemo<NetworkShape>(() => JSON.parse(key.value), [key.value]);
}
