import { formatNumber } from '../../format/number';
import { tableWords } from '../../format/strings/table';
import { usePage } from '../context';
import { EndsTable } from './EndsTable';
import { ParameterTable } from './ParameterTable';
import styles from './Tables.module.css';
import { UnitTable } from './UnitTable';

/** The whole alternative to the drawing: every number of it as rows that can be read, sorted, chosen and changed. */
export function Tables() {
  const { playground, known } = usePage();
  const notation = playground.notation.value;
  return (
    <div class={styles.tables} data-panel>
      <p class={styles.lead}>{tableWords.lead}</p>
      <div class={styles.pair}>
        <div>
          <h3>{tableWords.ends}</h3>
          <EndsTable />
          {known.value.cost && (
            <p data-testid="cost-line">
              {tableWords.cost(notation.cost, formatNumber(playground.evaluation.value.loss, notation))}
            </p>
          )}
        </div>
        <div>
          <h3>{tableWords.units}</h3>
          <UnitTable />
        </div>
      </div>
      <h3>{tableWords.parameters}</h3>
      <ParameterTable />
    </div>
  );
}
