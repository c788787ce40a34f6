import { useComputed } from '@preact/signals';
import { strings } from '../../format/strings';
import { text } from '../../format/symbol';
import { withInput } from '../../scenario/edits';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { costBy, isInputLit, multiplies } from '../links';
import { Mark } from '../math/Symbol';
import { useLighting, useLink } from '../useLinks';
import styles from './Given.module.css';
import type { Box } from './layout';
import { placed } from './placed';

/** An input of the shown example: given, so training leaves it alone. */
export function GivenInput({ box, input }: { box: Box; input: number }) {
  const { playground, writing, lit } = usePage();
  const quantity = { kind: 'x', layer: 0, input } as const;
  // The shown example is read inside: what is computed follows the signals it reads, not the variables around it.
  const value = useComputed(
    () => playground.scenario.value.examples[playground.example.value]?.inputs[input] ?? 0,
  ).value;
  const factor = useLink((links) => links.find(({ by }) => multiplies(quantity, by)));
  return (
    <div
      class={`${styles.given} ${styles.node}`}
      style={placed(box)}
      data-lit={isInputLit(lit.value, quantity)}
      {...useLighting(costBy(quantity), factor)}
    >
      <span class={styles.name}>
        <Mark of={quantity} /> <small>{strings.network.givenTag}</small>
      </span>
      <NumberField
        kind="given"
        lock="x"
        bubble="belowFromStart"
        label={strings.field.input(text(quantity, writing.value))}
        value={value}
        onEdit={(value, gesture) =>
          playground.edit(withInput(playground.scenario.peek(), playground.example.peek(), input, value), gesture)
        }
      />
    </div>
  );
}
