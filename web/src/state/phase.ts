/** One descent step, taken apart in the order in which it is computed. */
export type Phase = 'forward' | 'cost' | 'backward' | 'update';

export const phases: readonly Phase[] = ['forward', 'cost', 'backward', 'update'];

/** How far a step has been computed. Forward and backward go layer by layer: `layer` is the one computed last. */
export type Stage =
  | { readonly phase: 'forward' | 'backward'; readonly layer: number }
  | { readonly phase: 'cost' | 'update' };

/** All stages of one step of a network of so many layers. */
export function stagesOf(depth: number): readonly Stage[] {
  const layers = Array.from({ length: depth }, (_, layer) => layer);
  return [
    ...layers.map((layer): Stage => ({ phase: 'forward', layer })),
    { phase: 'cost' },
    ...layers.reverse().map((layer): Stage => ({ phase: 'backward', layer })),
    { phase: 'update' },
  ];
}

/** The stage at which a phase has computed all that it computes. */
export const endOf = (phase: Phase, depth: number): Stage =>
  stagesOf(depth).findLast((stage) => stage.phase === phase) ?? { phase: 'update' };

/** The same stage in a network of so many layers, of which there may be fewer since. */
export const fittingStage = (stage: Stage, depth: number): Stage =>
  'layer' in stage && stage.layer >= depth ? { ...stage, layer: depth - 1 } : stage;

const layerOf = (stage: Stage): number | undefined => ('layer' in stage ? stage.layer : undefined);

/** The stage after this one, or with −1 the one before; undefined beyond the step. */
export function stageAfter(stage: Stage, depth: number, by: 1 | -1): Stage | undefined {
  const all = stagesOf(depth);
  const now = fittingStage(stage, depth);
  return all[all.findIndex((s) => s.phase === now.phase && layerOf(s) === layerOf(now)) + by];
}

/** Whether z and a of a layer are computed. */
export const isForward = (stage: Stage, layer: number): boolean => stage.phase !== 'forward' || layer <= stage.layer;

/** Whether the derivatives of a layer are computed: by its a, z, weights and biases. */
export const isBackward = (stage: Stage, layer: number): boolean =>
  stage.phase === 'update' || (stage.phase === 'backward' && layer >= stage.layer);
