import type { Finding, Quantity } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import { capital } from '../../format/capital';
import { failedWords } from '../../format/failed';
import { briefText, formatNumber } from '../../format/number';
import { diagnoseWords as words } from '../../format/strings/diagnose';
import { activationName, glyphText, inputOf, outputText, targetGlyph, text } from '../../format/symbol';
import { isAllFrozen } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { useParts } from '../closer/useParts';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { starving } from './overExamples';

interface Props {
  engine: WholeEngine;
  scenario: Scenario;
  finding: Finding;
}

/** A finding in plain sentences that name the layer, the factor and the reason. */
export function FindingWords({ engine, scenario, finding }: Props) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const w = writing.value;
  const { layer = 0, unit = 0, value = Number.NaN } = finding;
  const { alpha } = scenario.descent;
  const a: Quantity = { kind: 'a', layer, unit };
  const z = text({ kind: 'z', layer, unit }, w);
  const f = activationName(scenario.layers[layer]?.activation ?? 'identity');
  const write = (x: number) => formatNumber(x, notation);
  const example = String((finding.example ?? 0) + 1);
  const through = finding.through === 'slope' ? words.throughSlope(f) : words.throughWeight;
  switch (finding.kind) {
    case 'nonFinite':
      return (
        <Sentence>
          {words.nonFinite(capital(failedWords({ layer, unit, quantity: finding.quantity ?? 'z' }, w)), example)}
        </Sentence>
      );
    case 'dead':
      return (
        <>
          <Dead engine={engine} scenario={scenario} finding={finding} />{' '}
          {finding.revivable ? words.revivable : words.forGood}
        </>
      );
    case 'saturated':
      return <Sentence>{words.saturated(outputText(a, w), f, write(value), z)}</Sentence>;
    case 'vanishing':
      return <>{words.vanishing(write(value), String(layer + 1), through)}</>;
    case 'exploding':
      return <>{words.exploding(write(value), String(layer + 1), through)}</>;
    case 'unreachable':
      if (finding.target === undefined && isAllFrozen(scenario))
        return <>{words.allFrozen(notation.cost, write(value))}</>;
      if (finding.target === undefined)
        return <Sentence>{words.standsStill(finding.steps ?? 0, notation.cost, write(value))}</Sentence>;
      return (
        <Sentence>
          {words.outOfRange(
            glyphText(targetGlyph(unit, w)),
            briefText(finding.target, notation),
            outputText(a, w),
            f,
            briefText(value, notation),
            example,
          )}
        </Sentence>
      );
    case 'alphaTooLarge': {
      const next = engine.descend(scenario, 1);
      const [before = Number.NaN, after = Number.NaN] =
        scenario.descent.batch === undefined
          ? next.costs // of all examples already
          : [engine.gradient(scenario).cost, engine.gradient(next.scenario).cost];
      if (next.diverged)
        return <Sentence>{words.alphaDiverges(notation.rate, briefText(alpha, notation), write(value))}</Sentence>;
      return (
        <Sentence>
          {words.alphaTooLarge(
            notation.rate,
            briefText(alpha, notation),
            notation.cost,
            write(before),
            write(after),
            write(value),
          )}
        </Sentence>
      );
    }
  }
}

/** Dead since its sum is below 0, or since nothing comes in. */
function Dead({ engine, scenario, finding }: Props) {
  const { writing } = usePage();
  const w = writing.value;
  const { layer = 0, unit = 0 } = finding;
  const a = text({ kind: 'a', layer, unit }, w);
  const z = text({ kind: 'z', layer, unit }, w);
  const f = activationName(scenario.layers[layer]?.activation ?? 'identity');
  const starved = useParts(finding, () => starving(engine, scenario, layer, unit)).done?.result;
  if (!starved) return <Sentence>{words.dead(a, f, z, scenario.examples.length > 1)}</Sentence>;
  const inputs = (scenario.layers[layer]?.weights[unit] ?? []).map((_, input) =>
    text(inputOf({ kind: 'w', layer, unit, input }), w),
  );
  return <Sentence>{words.deadInput(a, f, z, inputs.join(', '))}</Sentence>;
}
