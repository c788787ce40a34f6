/** What is wrong, cause by cause: what is there only because of something else is told with it, not beside it. */
import type { Finding } from '../../../../bindings/backprop';
import type { Scenario } from '../../scenario/types';

export interface Trouble {
  readonly cause: Finding;
  readonly follows: readonly Finding[];
  /** The layer that gives 0 for every example, from which the rest follows. */
  readonly silent?: number;
}

export const findingsOf = ({ cause, follows }: Trouble): readonly Finding[] => [cause, ...follows];

interface Growing {
  readonly cause: Finding;
  readonly follows: Finding[];
  silent?: number;
}

export function troubles(s: Scenario, findings: readonly Finding[]): readonly Trouble[] {
  const found: Growing[] = [];
  for (const finding of findings) {
    const silent = silentBefore(s, findings, finding);
    const root = silent === undefined ? undefined : found.findLast((trouble) => speaksOf(trouble, silent));
    if (root && silent !== undefined) {
      root.follows.push(finding);
      root.silent ??= silent;
    } else {
      found.push({ cause: finding, follows: [] });
    }
  }
  return found;
}

/** A dead unit gives 0 for every example, and so does a layer of nothing else. */
const isSilent = (s: Scenario, findings: readonly Finding[], layer: number): boolean =>
  findings.filter((one) => one.kind === 'dead' && one.layer === layer).length === s.layers[layer]?.weights.length;

/** The silent layer that is all the reason a finding has. */
function silentBefore(s: Scenario, findings: readonly Finding[], { kind, layer, unit, steps }: Finding) {
  const last = s.layers.length - 1;
  if (kind === 'dead' && layer && unit !== undefined) {
    const silent = (s.layers[layer]?.biases?.[unit] ?? 0) === 0 && isSilent(s, findings, layer - 1);
    return silent ? layer - 1 : undefined;
  }
  // A step changes nothing: outputs that are shut, or fed by nothing but zeros, move no parameter.
  if (kind !== 'unreachable' || steps !== 0) return undefined;
  if (isSilent(s, findings, last)) return last;
  const fedByWeights = s.layers[last]?.biases === undefined;
  return fedByWeights && isSilent(s, findings, last - 1) ? last - 1 : undefined;
}

const speaksOf = (trouble: Trouble, layer: number): boolean =>
  findingsOf(trouble).some((one) => one.kind === 'dead' && one.layer === layer);
