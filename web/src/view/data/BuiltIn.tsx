import { useSignal } from '@preact/signals';
import { dataWords } from '../../format/strings/data';
import { withExamples } from '../../scenario/editsOfExamples';
import { withEnds } from '../../scenario/editsOfShape';
import { limits } from '../../scenario/limits';
import { inputCount, outputCount } from '../../scenario/shape';
import type { Dataset } from '../../scenario/types';
import { usePage } from '../context';
import { inWhole, notNegative } from '../edit/checks';
import { useShapeEdit } from '../edit/edits';
import { SettingField } from '../edit/SettingField';
import styles from './ExampleTable.module.css';

const names = Object.keys(dataWords.names) as Dataset['name'][];
/** A table has four rows; anything else is a cloud of points. */
const tableRows = 4;
const isTable = (name: Dataset['name']) => name.endsWith('_table');
const standard: Dataset = { name: 'circle', count: 100, noise: 0.1, seed: 1 };
/** What every built-in shape has. */
const ends = { inputs: 2, outputs: 1 } as const;

/** Examples that the engine makes: a shape, how many rows, how noisy, by which seed. */
export function BuiltIn({ onTaken }: { onTaken: (count: number) => void }) {
  const { playground } = usePage();
  const s = playground.scenario.value;
  const edit = useShapeEdit();
  const dataset = useSignal<Dataset>(standard);
  const set = (change: Partial<Dataset>) => {
    dataset.value = { ...dataset.value, ...change };
  };
  const { name, count, noise, seed } = dataset.value;
  const use = async () => {
    const { examples: _, ...rest } = playground.scenario.peek();
    // This very list is known to be the data set's, so that links and files name it instead of listing thousands of rows.
    const { examples } = playground.listed({ ...rest, dataset: dataset.value });
    if (await edit((now, draw) => withExamples(withEnds(now, ends.inputs, ends.outputs, draw), examples))) {
      onTaken(examples.length);
    }
  };
  return (
    <div class={styles.paste}>
      <p>{dataWords.builtInLead}</p>
      <div class={styles.actions}>
        <label>
          {dataWords.name}{' '}
          <select
            value={name}
            onChange={(event) => {
              const next = event.currentTarget.value as Dataset['name'];
              if (isTable(next) === isTable(name)) return set({ name: next });
              set(isTable(next) ? { name: next, count: tableRows, noise: 0 } : { ...standard, name: next, seed });
            }}
          >
            {names.map((each) => (
              <option key={each} value={each}>
                {dataWords.names[each]}
              </option>
            ))}
          </select>
        </label>
        <SettingField
          label={dataWords.count}
          value={count}
          empty={String(standard.count)}
          expects={inWhole(1, limits.examples)}
          onSet={(value) => set({ count: value ?? standard.count })}
        />
        <SettingField
          label={dataWords.noise}
          value={noise}
          empty={String(standard.noise)}
          expects={notNegative}
          onSet={(value) => set({ noise: value ?? standard.noise })}
        />
        <SettingField
          label={dataWords.seed}
          value={seed}
          empty={String(standard.seed)}
          expects={inWhole(0, limits.seed)}
          onSet={(value) => set({ seed: value ?? standard.seed })}
        />
        <button type="button" class="primary" onClick={use}>
          {dataWords.use}
        </button>
      </div>
      {(inputCount(s) !== ends.inputs || outputCount(s) !== ends.outputs) && (
        <p>{dataWords.fits(ends.inputs, ends.outputs)}</p>
      )}
    </div>
  );
}
