import { formatNumber } from '../../format/number';
import { exampleSwitch as words } from '../../format/strings/exampleSwitch';
import { usePage } from '../context';
import styles from './ExampleSwitch.module.css';

/** From one example to the next, and the mean cost of all. */
export function ExampleSwitch() {
  const { playground, known } = usePage();
  const notation = playground.notation.value;
  const index = playground.example.value;
  const count = playground.scenario.value.examples.length;
  const mean = playground.meanCost.value;
  const told = (value: string) => mean !== undefined && words.meanCost(notation.cost, value);
  return (
    <>
      <button
        type="button"
        aria-label={words.previous}
        disabled={index === 0}
        onClick={() => playground.showExample(index - 1)}
      >
        ‹
      </button>
      <span
        aria-live="polite"
        class={styles.example}
        data-room={known.value.cost ? '' : told('0'.repeat(notation.digits + 2))}
      >
        {words.example(index + 1, count)}
        {known.value.cost && told(formatNumber(mean ?? 0, notation))}
      </span>
      <button
        type="button"
        aria-label={words.next}
        disabled={index === count - 1}
        onClick={() => playground.showExample(index + 1)}
      >
        ›
      </button>
    </>
  );
}
