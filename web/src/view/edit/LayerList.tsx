import { editWords } from '../../format/strings/edit';
import { usePage } from '../context';
import { CostHead, InputsHead, LayerAdder, LayerAdderAtEnd, LayerHead } from './LayerHead';
import styles from './LayerList.module.css';

/** The heads of the layers in a row, for where there is no drawing to put them on. */
export function LayerList() {
  const { playground } = usePage();
  return (
    <section class={styles.list} aria-label={editWords.layers}>
      <InputsHead />
      {playground.scenario.value.layers.map((_, layer) => (
        <span key={layer} class={styles.layer}>
          <LayerAdder layer={layer} />
          <LayerHead layer={layer} />
        </span>
      ))}
      <LayerAdderAtEnd />
      <CostHead />
    </section>
  );
}
