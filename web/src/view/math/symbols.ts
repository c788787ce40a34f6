import type { Glyph } from '../../format/symbol';

/** The prediction, y_p. */
export const prediction: Glyph = { base: 'y', below: 'p' };
