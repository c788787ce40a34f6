import type { Engine } from '../../engine/engine';
import { depthWords as words } from '../../format/strings/depth';
import { quantityOf, text } from '../../format/symbol';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { isLocked } from '../presentation/presentation';
import styles from './Depth.module.css';
import { swapOf } from './law';

/** The first and the last weight in each other's place, where their gradients go with them. */
export function Swap({ engine, scenario }: { engine: Engine; scenario: Scenario }) {
  const { playground, writing } = usePage();
  const swap = swapOf(engine, scenario, playground.example.value);
  if (!swap) return null;
  const name = (ref: ParameterRef) => text(quantityOf(ref), writing.value);
  return (
    <p class={styles.swap}>
      <button type="button" disabled={isLocked('w')} onClick={() => playground.edit(swap.swapped)}>
        <Sentence>{words.swap(name(swap.first), name(swap.last))}</Sentence>
      </button>{' '}
      {words.swapHint}
    </p>
  );
}
