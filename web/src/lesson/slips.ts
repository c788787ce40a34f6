/** Which classic mistake a wrong derivative comes of: named only where there is no doubt. */
import type { Slip } from '../../../bindings/backprop';
import type { ParameterRef, Scenario } from '../scenario/types';
import type { Quantity, Situation, SlipFinder, Verdict } from './types';

type Kind = Slip['kind'];
type Made = Pick<Slip, 'kind' | 'gradient'>;

/** Mistakes that each change one factor of a product, and leave the others to the next mistake. */
const changesFactors: readonly Kind[] = [
  ...(['forgotTwo', 'forgotSlope', 'forgotInput', 'forgotWeight', 'valuesBack', 'wrongSign'] as const),
];

/** Two that cannot be made at once: both are made with the same weights. */
const exclude = (a: Kind, b: Kind) => [a, b].includes('forgotWeight') && [a, b].includes('valuesBack');

/** The one mistake that `matches`; where none does, the one pair; [] where there are several. */
export function slipsBehind(
  matches: (gradient: number) => boolean,
  ref: ParameterRef,
  situation: Situation,
  engine: SlipFinder,
): Verdict['slips'] {
  const s = shownAlone(situation);
  const slips = slipAnswers(ref, situation, engine);
  const single = slips.filter(({ gradient }) => matches(gradient));
  if (single.length > 0) return single.length === 1 ? single.map(({ kind }) => kind) : [];
  const { gradient, paths } = engine.derive(s, ref, { paths: 0 });
  if (paths.count !== 1 || gradient === 0) return [];
  const pairs = pairsOf(slips.filter(({ kind }) => changesFactors.includes(kind)));
  // Along one path the mistakes change different factors of one product, so both together change it by both ratios.
  const found = pairs.filter(([a, b]) => matches((a.gradient / gradient) * b.gradient));
  return found.length === 1 ? found.flatMap((pair) => pair.map(({ kind }) => kind)) : [];
}

/** What somebody answers who makes one of the mistakes. */
export const slipAnswers = (
  ref: ParameterRef,
  situation: Situation,
  engine: Pick<SlipFinder, 'slips'>,
): readonly Made[] =>
  engine
    .slips(shownAlone(situation), ref)
    .map(asAnswer)
    .filter(({ gradient }) => Number.isFinite(gradient));

/** Who goes uphill has the right gradient and steps along it; as an answer that is the other sign. */
const asAnswer = ({ kind, gradient }: Slip): Made => ({ kind, gradient: kind === 'wrongSign' ? -gradient : gradient });

function pairsOf(slips: readonly Made[]): (readonly [Made, Made])[] {
  return slips.flatMap((a, k) => slips.slice(k + 1).flatMap((b) => (exclude(a.kind, b.kind) ? [] : [[a, b] as const])));
}

/** The mistakes are those of the whole cost; what is asked for is the derivative of the shown example's. */
function shownAlone({ scenario, example }: Situation): Scenario {
  const shown = scenario.examples[example] ?? scenario.examples[0];
  return {
    version: 1,
    layers: scenario.layers,
    examples: shown ? [shown] : [],
    loss: scenario.loss,
    descent: { rule: 'gradient_descent', alpha: scenario.descent.alpha },
  };
}

/** The parameter whose derivative is asked for. */
export function parameterOf(q: Quantity): ParameterRef | undefined {
  if (q.kind !== 'derivative' || q.by === 'yp') return undefined;
  const { kind, layer = 0, unit = 0, input = 0 } = q.by;
  if (kind === 'w') return { layer, unit, input };
  return kind === 'b' ? { layer, unit, bias: true } : undefined;
}
