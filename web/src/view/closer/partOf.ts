import type { Part } from '../../../../bindings/backprop';
import { quantityOf } from '../../format/symbol';
import type { ParameterRef } from '../../scenario/types';

/** The link that starts at a parameter: what lights up when the parameter is touched. */
export const partOf = (ref: ParameterRef): Part => ({
  of: { kind: 'a', layer: ref.layer, unit: ref.unit },
  by: quantityOf(ref),
  value: Number.NaN,
});
