import type { Box } from './layout';

/** A box by its centre, as the style of an absolutely placed element. */
export const placed = ({ x, y, width, height }: Box) => ({
  left: `${x - width / 2}px`,
  top: `${y - height / 2}px`,
  width: `${width}px`,
  height: `${height}px`,
});
