import { phaseWords } from '../../format/strings/phases';
import type { Stage } from '../../state/phase';
import { usePage } from '../context';

/** What a part of the step does, in a sentence. */
export function PhaseWords({ stage }: { stage: Stage }) {
  const { writing } = usePage();
  const layer = 'layer' in stage ? String(stage.layer + 1) : '';
  return <>{phaseWords[stage.phase](layer, String(writing.value.depth))}</>;
}
