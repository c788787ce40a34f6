import { landscapeWords as words } from '../../format/strings/landscape';
import { quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { isBias, parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { startsAt } from '../links';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import styles from './Landscape.module.css';

/** The point's place along one axis: typed, stepped by − + and by arrow keys. */
export function PointField({ at }: { at: ParameterRef }) {
  const { playground, writing, lit } = usePage();
  return (
    <span class={styles.field} data-lit={startsAt(lit.value, quantityOf(at))} {...useLighting(partOf(at))}>
      <Mark of={quantityOf(at)} />
      <span>
        <NumberField
          kind="parameter"
          lock={isBias(at) ? 'b' : 'w'}
          label={say.value(words.point(text(quantityOf(at), writing.value)))}
          value={parameterAt(playground.scenario.value, at)}
          onEdit={(value, gesture) => playground.edit(withParameter(playground.scenario.peek(), at, value), gesture)}
        />
      </span>
    </span>
  );
}
