import { useSignalEffect } from '@preact/signals';
import { explainWords as words } from '../../format/strings/explain';
import { usePage } from '../context';
import { Segments } from '../Segments';
import styles from './RowOptions.module.css';
import { costFirst, opened } from './row';

/** How the row is to be read. */
export function RowOptions() {
  useTurnForReuse();
  return (
    <div class={styles.options}>
      <Segments
        legend={words.order}
        name="row-order"
        options={[
          { value: 'nudge', label: words.orders.nudge },
          { value: 'cost', label: words.orders.cost },
        ]}
        value={costFirst.value ? 'cost' : 'nudge'}
        onChange={(order) => {
          costFirst.value = order === 'cost';
        }}
      />
      <Segments
        legend={words.factors}
        name="row-factors"
        options={[
          { value: 'whole', label: words.grouped.whole },
          { value: 'parts', label: words.grouped.parts },
        ]}
        value={opened.value ? 'parts' : 'whole'}
        onChange={(grouped) => {
          opened.value = grouped === 'parts';
        }}
      />
    </div>
  );
}

/** When the first steps ask which factors stay, the row turns round: what stays then stands still at its beginning. */
function useTurnForReuse(): void {
  const { guide } = usePage();
  useSignalEffect(() => {
    if (guide.scene.value.kind === 'reuse') costFirst.value = true;
  });
}
