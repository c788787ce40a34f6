import type { Finding, Part } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import { diagnoseWords as words } from '../../format/strings/diagnose';
import { text } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import type { Scenario } from '../../scenario/types';
import { Going } from '../closer/Going';
import { diagnosed, type Parts } from '../closer/parts';
import { useParts } from '../closer/useParts';
import { useRested } from '../closer/useRested';
import { usePage } from '../context';
import { leadsTo } from '../links';
import { Sentence } from '../math/Sentence';
import { changesLocked } from '../presentation/locked';
import { useLighting } from '../useLinks';
import styles from './Diagnose.module.css';
import { FindingWords } from './FindingWords';
import { Norms } from './Norms';
import { RemedyWords } from './RemedyWords';
import { type Remedy, remediesFor } from './remedies';
import { type Trouble, troubles } from './troubles';

/** What is wrong with the network, where, why, and what would help. */
export function Diagnose({ engine }: { engine: WholeEngine }) {
  const { playground } = usePage();
  const { rested, old } = useRested(playground.scenario.value);
  const { done, share } = useParts(rested, (of) => found(engine, of));
  if (!done) return <Going share={share} words={words.going} />;
  const { of: scenario, result } = done;
  return (
    <div class={styles.result} data-old={old || scenario !== rested}>
      <p role="status" class={styles.sum}>
        {result.length === 0 ? `✓ ${words.none(playground.notation.value.cost)}` : words.count(result.length)}
      </p>
      <ul class={styles.findings}>
        {result.slice(0, mostShown).map((trouble, i) => (
          <Item key={`${trouble.cause.kind} ${i}`} engine={engine} scenario={scenario} all={result} trouble={trouble} />
        ))}
      </ul>
      {result.length > mostShown && <p>{words.more(result.length - mostShown)}</p>}
    </div>
  );
}

function* found(engine: WholeEngine, s: Scenario): Parts<readonly Trouble[]> {
  return troubles(s, yield* diagnosed(engine, s));
}

/** Many units may be dead for one reason; a list of them all helps nobody. */
const mostShown = 8;

interface OfTrouble {
  engine: WholeEngine;
  scenario: Scenario;
  all: readonly Trouble[];
  trouble: Trouble;
}

function Item({ engine, scenario, all, trouble }: OfTrouble) {
  const { cause, follows, silent } = trouble;
  const { lit } = usePage();
  // Each remedy is tried before it is offered.
  const remedies = useParts(trouble, (of) => remediesFor(engine, scenario, all, of)).done?.result;
  const part = usePlace(cause);
  return (
    <li
      class={styles.finding}
      data-kind={cause.kind}
      data-lit={part !== undefined && leadsTo(lit.value, part.of)}
      {...useLighting(part)}
    >
      <p>
        <FindingWords engine={engine} scenario={scenario} finding={cause} />
      </p>
      {cause.norms && <Norms norms={cause.norms} worst={cause.layer} />}
      <p class={styles.remedies}>
        {remedies && <span>{remedies.length > 0 ? words.remedies : words.noRemedy}</span>}
        {remedies?.map((remedy) => (
          <RemedyButton key={JSON.stringify({ ...remedy, next: undefined })} remedy={remedy} scenario={scenario} />
        ))}
        <Show scenario={scenario} finding={cause} />
      </p>
      {silent !== undefined && (
        <>
          <p>{words.follows(String(silent + 1))}</p>
          <ul class={styles.follows}>
            {follows.slice(0, mostShown).map((finding, i) => (
              <li key={i}>
                <FindingWords engine={engine} scenario={scenario} finding={finding} />{' '}
                <Show scenario={scenario} finding={finding} />
              </li>
            ))}
          </ul>
          {follows.length > mostShown && <p>{words.more(follows.length - mostShown)}</p>}
        </>
      )}
    </li>
  );
}

/** Chooses a parameter of the place, so that the chain rule explains it. */
function Show({ scenario, finding }: { scenario: Scenario; finding: Finding }) {
  const { playground, writing } = usePage();
  const part = usePlace(finding);
  const { layer, unit } = finding;
  const parameter = parameters(scenario).find(
    (ref) => ref.layer === layer && (unit === undefined || ref.unit === unit),
  );
  if (!parameter || !part) return null;
  return (
    <button type="button" class={styles.show} onClick={() => playground.choose(parameter)}>
      <Sentence>{words.show(text(part.of, writing.value))}</Sentence>
    </button>
  );
}

/** Of no use once something else has changed: it would take that back. */
function RemedyButton({ remedy, scenario }: { remedy: Remedy; scenario: Scenario }) {
  const { playground } = usePage();
  return (
    <button
      type="button"
      disabled={playground.scenario.value !== scenario || changesLocked(scenario, remedy.next)}
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
