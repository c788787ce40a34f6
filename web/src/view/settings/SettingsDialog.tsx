import { settingsWords } from '../../format/strings/settings';
import { themes } from '../../format/themes';
import { limits } from '../../scenario/limits';
import { costs, decimals, rates } from '../../scenario/names';
import type { Notation } from '../../scenario/types';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { Segments } from '../Segments';
import { chooseTheme, theme } from '../theme/theme';
import styles from './SettingsDialog.module.css';

/** How numbers and symbols are written, everywhere at once. */
export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const set = (change: Partial<Notation>) => playground.setNotation({ ...notation, ...change });
  const plain = <T extends string>(values: readonly T[]) => values.map((value) => ({ value, label: value }));
  return (
    <Dialog heading={settingsWords.heading} open={open} onClose={onClose}>
      <div class={styles.rows}>
        <label class={styles.digits}>
          {settingsWords.digits}
          <input
            type="range"
            min={limits.fewestDigits}
            max={limits.mostDigits}
            value={notation.digits}
            onInput={(event) => set({ digits: Number(event.currentTarget.value) })}
          />
          <output>{notation.digits}</output>
        </label>
        <Segments
          legend={settingsWords.theme}
          name="theme"
          options={themes.map((value) => ({ value, label: settingsWords.themes[value] }))}
          value={theme.value}
          onChange={chooseTheme}
        />
        <Segments
          legend={settingsWords.decimal}
          name="decimal"
          options={decimals.map((value) => ({ value, label: settingsWords.decimals[value] }))}
          value={notation.decimal}
          onChange={(decimal) => set({ decimal })}
        />
        <Segments
          legend={settingsWords.rate}
          name="rate"
          options={plain(rates)}
          value={notation.rate}
          onChange={(rate) => set({ rate })}
        />
        <Segments
          legend={settingsWords.cost}
          name="cost"
          options={plain(costs)}
          value={notation.cost}
          onChange={(cost) => set({ cost })}
        />
        <button type="button" class="primary" onClick={onClose}>
          {settingsWords.close}
        </button>
      </div>
    </Dialog>
  );
}
