/**
 * Runs `then` once what an event has changed is in the document, still in the same task: Preact renders one microtask after
 * a signal has changed, and texts that are signals are written one later.
 */
export const afterRendering = (then: () => void): void => {
  void Promise.resolve()
    .then(() => undefined)
    .then(() => undefined)
    .then(then);
};
