import { useSignal } from '@preact/signals';
import { dataWords } from '../../format/strings/data';
import { examplesFrom } from '../../scenario/editsOfExamples';
import { readGrid } from '../../scenario/grid';
import { limits } from '../../scenario/limits';
import { inputCount, outputCount } from '../../scenario/shape';
import type { Example } from '../../scenario/types';
import { usePage } from '../context';
import { FileButton } from '../FileButton';
import styles from './ExampleTable.module.css';

/** Rows as text, from a spreadsheet or a file. What is wrong with them is said, and the text stays to be mended. */
export function PasteRows({ onTake }: { onTake: (examples: readonly Example[], all: boolean) => void }) {
  const { playground } = usePage();
  const s = playground.scenario.value;
  const rows = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const take = (all: boolean) => {
    const room = all ? limits.examples : limits.examples - s.examples.length;
    const grid = readGrid(rows.value, inputCount(s) + outputCount(s), room);
    problem.value = grid.ok ? undefined : dataWords.problem(grid.problem);
    if (grid.ok) onTake(examplesFrom(s, grid.rows), all);
  };
  return (
    <div class={styles.paste}>
      <p id="paste-lead">{dataWords.pasteLead(inputCount(s), outputCount(s))}</p>
      <textarea
        rows={6}
        spellcheck={false}
        aria-label={dataWords.text}
        aria-describedby="paste-lead paste-problem"
        aria-invalid={problem.value !== undefined}
        value={rows.value}
        onInput={(event) => {
          rows.value = event.currentTarget.value;
          problem.value = undefined;
        }}
      />
      <p id="paste-problem" role="alert" class={styles.problem}>
        {problem.value}
      </p>
      <div class={styles.actions}>
        <button type="button" class="primary" onClick={() => take(true)}>
          {dataWords.replace}
        </button>
        <button type="button" onClick={() => take(false)}>
          {dataWords.append}
        </button>
        <FileButton
          label={dataWords.file}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onFile={async (file) => {
            rows.value = await file.text();
            problem.value = undefined;
          }}
        />
      </div>
    </div>
  );
}
