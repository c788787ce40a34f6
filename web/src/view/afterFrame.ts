/**
 * Calls `then` when the next frame is on screen, in a stretch of its own: what it changes is laid out with the frame after,
 * and what was changed before is laid out already.
 */
export const afterFrame = (then: () => void): void => {
  requestAnimationFrame(() => setTimeout(then));
};
