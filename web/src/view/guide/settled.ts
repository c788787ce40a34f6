/** After the last key or pointer is let go; a typed number counts as let go after this long without another. */
const patience = 1500;

/** Long enough for the click that belongs to the press: what comes must not move its target away. */
const afterClick = 300;

/** Milliseconds from letting go to the click that it makes. */
const atOnce = 50;

/** When a pointer was let go last. A tap counts only then: what it does comes right after. */
let lifted = Number.NEGATIVE_INFINITY;
addEventListener(
  'pointerup',
  () => {
    lifted = performance.now();
  },
  true,
);

/** Runs `then` once the reader has let go of what is being dragged, held or typed. */
export function settled(then: () => void): void {
  let timer: ReturnType<typeof setTimeout>;
  const done = () => {
    clearTimeout(timer);
    removeEventListener('pointerup', done);
    setTimeout(then, afterClick);
  };
  if (performance.now() - lifted < atOnce) {
    done();
    return;
  }
  addEventListener('pointerup', done);
  timer = setTimeout(() => {
    const isPressed = document.querySelector(':active') !== null;
    if (!isPressed) done();
  }, patience);
}
