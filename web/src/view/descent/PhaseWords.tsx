import { phaseWords } from '../../format/strings/phases';
import { phases } from '../../state/phase';
import { usePage } from '../context';

/** What a part of the step does, in a sentence. */
export function PhaseWords() {
  const { playground, writing } = usePage();
  const stage = playground.stage.value;
  if (stage === undefined) return null;
  const depth = String(writing.value.depth);
  const layer = 'layer' in stage ? String(stage.layer + 1) : '';
  return (
    <>
      <span>{phaseWords[stage.phase](layer, depth)}</span>
      {phases.map((phase) => (
        <span key={phase} data-room={phaseWords[phase](depth, depth)} aria-hidden="true" />
      ))}
    </>
  );
}
