import { signal } from '@preact/signals';

/** How the network's card is looked at: what each of its tools is set to. */
export const tools = {
  /** The drawing, or all its numbers as tables. */
  face: signal<'drawing' | 'table'>('drawing'),
  /** Layers and units can be added and removed in the drawing. */
  editing: signal(false),
  /** The table of examples is open. */
  examples: signal(false),
  /** Size of the drawing; 1 = as it is laid out. */
  zoom: signal(1),
  /** The drawing is larger than its frame, or has numbers that only come on demand. */
  crowded: signal(false),
  /** It is wider than its frame. */
  beyond: signal(false),
  /** What it leaves out until asked: the numbers of small units, those of some weights. */
  leftOut: signal({ units: false, weights: false }),
};
