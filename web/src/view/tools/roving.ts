/** Where an arrow key leads from a unit: along its layer, or to the same place in the layer before or after. */
interface Place {
  readonly layer: number;
  readonly unit: number;
}

const steps: Readonly<Record<string, readonly [along: number, across: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest of `places` in the direction of the key, as the flow has it; undefined where there is none. */
export function moved<P extends Place>(
  places: readonly P[],
  from: P,
  key: string,
  flow: 'right' | 'down',
): P | undefined {
  const step = steps[key];
  if (!step) return undefined;
  const [along, across] = flow === 'right' ? step : [step[1], step[0]];
  if (along === 0) return places.find(({ layer, unit }) => layer === from.layer && unit === from.unit + across);
  const layers = places.map(({ layer }) => layer).filter((layer) => (layer - from.layer) * along > 0);
  if (layers.length === 0) return undefined;
  const next = along > 0 ? Math.min(...layers) : Math.max(...layers);
  return places.filter(({ layer, unit }) => layer === next && unit <= from.unit).at(-1);
}
