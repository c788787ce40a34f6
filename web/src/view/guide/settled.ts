/** After the last key or pointer is let go; a typed number counts as let go after this long without another. */
const patience = 1500;

/** Long enough for the click that belongs to the press: what comes must not move its target away. */
const afterClick = 300;

/** Runs `then` once the reader has let go of what is being dragged, held or typed. */
export function settled(then: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const done = () => {
    clearTimeout(timer);
    removeEventListener('pointerup', done);
    setTimeout(then, afterClick);
  };
  addEventListener('pointerup', done);
  timer = setTimeout(() => {
    const isPressed = document.querySelector(':active') !== null;
    if (!isPressed) done();
  }, patience);
}
