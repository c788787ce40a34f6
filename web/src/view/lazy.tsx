import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

/**
 * A component whose code comes when it is first to be seen, so that the first screen does not wait for it. Nothing stands
 * in for it until then, and it asks again at the next render where the network failed. `ask` has it come before it is seen.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { readonly ask: () => void } {
  const loaded = signal<{ readonly Component: ComponentType<Props> } | undefined>(undefined);
  let asked = false;
  const ask = async () => {
    asked = true;
    try {
      loaded.value = { Component: await together(load()) };
    } catch {
      asked = false;
    }
  };
  const Lazy = (props: Props) => {
    const there = loaded.value;
    if (!there && !asked) void ask();
    return there ? <there.Component {...props} /> : null;
  };
  return Object.assign(Lazy, {
    ask: () => {
      if (!asked) void ask();
    },
  });
}

let round: Promise<unknown>[] | undefined;

/**
 * What is asked for in one rendering appears in one frame: the page moves once, not under a finger that is already down.
 * The value is that of `loading`; one that fails keeps none of the others from appearing.
 */
async function together<T>(loading: Promise<T>): Promise<T> {
  if (!round) {
    round = [];
    queueMicrotask(() => {
      round = undefined;
    });
  }
  const mine = round;
  mine.push(loading);
  // Not before the rendering has asked for everything.
  await Promise.resolve();
  await Promise.allSettled(mine);
  return loading;
}
