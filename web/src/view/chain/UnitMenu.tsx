import { explain as words } from '../../format/strings/explain';
import { text } from '../../format/symbol';
import { firstWeight } from '../../scenario/refs';
import { usePage } from '../context';
import { useShape } from '../diagram/useShape';
import { say } from '../math/say';
import styles from './Chooser.module.css';

/** Into which unit the parameter leads that is explained: the first of two menus' worth of parameters. */
export function UnitMenu() {
  const { playground, writing } = usePage();
  const { layers } = useShape();
  const { layer, unit } = playground.pick.value;
  return (
    <label class={styles.menu}>
      {words.into}{' '}
      <select
        value={`${layer}.${unit}`}
        onChange={(event) => {
          const [layer = 0, unit = 0] = event.currentTarget.value.split('.').map(Number);
          playground.choose({ ...firstWeight, layer, unit });
        }}
      >
        {layers.map(({ units }, layer) =>
          Array.from({ length: units }, (_, unit) => {
            const symbol = text({ kind: 'a', layer, unit }, writing.value);
            return (
              <option key={symbol} value={`${layer}.${unit}`} aria-label={say.value(symbol)}>
                {symbol}
              </option>
            );
          }),
        )}
      </select>
    </label>
  );
}
