import type { Finding, Part } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import { diagnose as words } from '../../format/strings/diagnose';
import { text } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { Going } from '../closer/Going';
import { diagnosed } from '../closer/parts';
import { useParts } from '../closer/useParts';
import { useRested } from '../closer/useRested';
import { usePage } from '../context';
import { leadsTo } from '../links';
import { Sentence } from '../math/Sentence';
import { isKept } from '../presentation/kept';
import { useLighting } from '../useLinks';
import styles from './Diagnose.module.css';
import { FindingWords } from './FindingWords';
import { Norms } from './Norms';
import { RemedyWords } from './RemedyWords';
import { type Remedy, remediesFor } from './remedies';

/** What is wrong with the network, where, why, and what would help. */
export function Diagnose({ engine }: { engine: WholeEngine }) {
  const { playground } = usePage();
  const { rested, old } = useRested(playground.scenario.value);
  const { done, share } = useParts(rested, (of) => diagnosed(engine, of));
  if (!done) return <Going share={share} words={words.going} />;
  const { of: scenario, result: findings } = done;
  return (
    <div class={styles.result} data-old={old || scenario !== rested}>
      <p role="status" class={styles.sum}>
        {findings.length === 0 ? `✓ ${words.none(playground.notation.value.cost)}` : words.count(findings.length)}
      </p>
      <ul class={styles.findings}>
        {findings.slice(0, mostShown).map((finding, i) => (
          <Item key={`${finding.kind} ${i}`} engine={engine} scenario={scenario} finding={finding} />
        ))}
      </ul>
      {findings.length > mostShown && <p>{words.more(findings.length - mostShown)}</p>}
    </div>
  );
}

/** Many units may be dead for one reason; a list of them all helps nobody. */
const mostShown = 8;

function Item({ engine, scenario, finding }: { engine: WholeEngine; scenario: Scenario; finding: Finding }) {
  const { playground, writing, lit } = usePage();
  // Each remedy is tried before it is offered.
  const remedies = useParts(finding, (of) => remediesFor(engine, scenario, of)).done?.result;
  const part = usePlace(finding);
  const { layer, unit } = finding;
  const parameter = parameters(scenario).find(
    (ref) => ref.layer === layer && (unit === undefined || ref.unit === unit),
  );
  return (
    <li
      class={styles.finding}
      data-kind={finding.kind}
      data-lit={part !== undefined && leadsTo(lit.value, part.of)}
      {...useLighting(part)}
    >
      <p>
        <FindingWords engine={engine} scenario={scenario} finding={finding} />
      </p>
      {finding.norms && <Norms norms={finding.norms} worst={layer} />}
      <p class={styles.remedies}>
        {remedies && <span>{remedies.length > 0 ? words.remedies : words.noRemedy}</span>}
        {remedies?.map((remedy) => (
          <RemedyButton key={JSON.stringify({ ...remedy, next: undefined })} remedy={remedy} scenario={scenario} />
        ))}
        {parameter && part && (
          <button type="button" class={styles.show} onClick={() => playground.choose(parameter)}>
            <Sentence>{words.show(text(part.of, writing.value))}</Sentence>
          </button>
        )}
      </p>
    </li>
  );
}

/** Of no use once something else has changed: it would take that back. */
function RemedyButton({ remedy, scenario }: { remedy: Remedy; scenario: Scenario }) {
  const { playground } = usePage();
  return (
    <button
      type="button"
      disabled={playground.scenario.value !== scenario || isKept(scenario, remedy.next)}
      onClick={() => playground.edit(remedy.next)}
    >
      <RemedyWords remedy={remedy} />
    </button>
  );
}

/** What lights up when the finding is touched: its unit, or the chosen chain's link into its layer. */
function usePlace({ layer, unit }: Finding): Part | undefined {
  const { links } = usePage();
  if (layer === undefined) return undefined;
  if (unit === undefined) return links.value.find(({ of }) => of.kind === 'a' && of.layer === layer);
  return { of: { kind: 'a', layer, unit }, by: { kind: 'z', layer, unit }, value: Number.NaN };
}
