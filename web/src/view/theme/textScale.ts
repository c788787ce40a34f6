import { signal } from '@preact/signals';

/** Small text of 100 %, in pixels. */
const usual = 13;

/** How many times as large as usual text is: by the reader's own choice in the browser, or by the theme. */
export const textScale = signal(1);

/** As wide as small text is high: the browser tells when that changes. */
const ruler = document.body.appendChild(document.createElement('i'));
ruler.className = 'text-ruler';
const measure = () => {
  const { width } = ruler.getBoundingClientRect();
  // Nothing has a size in a frame that is not shown.
  if (width > 0) textScale.value = width / usual;
};
measure();
new ResizeObserver(measure).observe(ruler);
