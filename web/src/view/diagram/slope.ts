import type { LayerTrace } from '../../../../bindings/backprop';

/** How strongly a unit's activation answers its own z. Softmax has a whole matrix of slopes; a unit's own lies on its diagonal. */
export function ownSlope(trace: LayerTrace | undefined, unit: number): number {
  if (!trace) return Number.NaN;
  const units = trace.z.length;
  return (trace.da_dz.length === units ? trace.da_dz[unit] : trace.da_dz[unit * units + unit]) ?? Number.NaN;
}
