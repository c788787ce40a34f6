/** After the last key or pointer is let go; a typed number counts as let go after this long without another. */
const patience = 1500;

/** Runs `then` once the reader has let go of what is being dragged, held or typed. */
export function settled(then: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const done = () => {
    clearTimeout(timer);
    removeEventListener('pointerup', done);
    then();
  };
  addEventListener('pointerup', done);
  timer = setTimeout(() => {
    const isPressed = document.querySelector(':active') !== null;
    if (!isPressed) done();
  }, patience);
}
