import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WholeEngine } from '../engine/engine';
import { usePage } from './context';

/** Everything the core can do, once it is there; undefined until then, and where it cannot be fetched. */
export function useWholeEngine(): WholeEngine | undefined {
  const { wholeEngine } = usePage();
  const engine = useSignal<WholeEngine | undefined>(undefined);
  useEffect(() => {
    let wanted = true;
    wholeEngine().then(
      (whole) => {
        if (wanted) engine.value = whole;
      },
      () => {}, // What asks works without it.
    );
    return () => {
      wanted = false;
    };
  }, []);
  return engine.value;
}
