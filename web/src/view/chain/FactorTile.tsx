import { kinkOfLink } from '../../format/kink';
import { formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { strings } from '../../format/strings';
import { derivativeTex, derivativeText, expressionTex, outputText, partKey } from '../../format/symbol';
import { usePage } from '../context';
import { isLit } from '../links';
import { Formula } from '../math/Formula';
import { reason, say } from '../math/say';
import { useLighting } from '../useLinks';
import styles from './ChainRule.module.css';
import type { RowTile } from './row';

interface FactorTileProps extends RowTile {
  digits: number;
  /** What stands before it. */
  sign: '' | '=' | '×';
  /** The neighbour's product has it as well. */
  shared: boolean;
}

/** One factor in three lines: symbol, local expression, number. Touching it lights its place everywhere. */
export function FactorTile({ link, whole, digits, sign, shared }: FactorTileProps) {
  const { playground, writing, lit } = usePage();
  const scenario = playground.scenario.value;
  const activation = (layer: number) => scenario.layers[layer]?.activation ?? 'identity';
  const notation = playground.notation.value;
  const number = formatNumber(link.value, notation, { digits });
  const kink = kinkOfLink(link, scenario, playground.evaluation.value);
  const times = sign === '×';
  const ofSymbols = times ? '·' : sign;
  return (
    <div class={styles.group}>
      <div class={styles.times}>
        <span aria-hidden="true">{ofSymbols}</span>
        <span aria-hidden="true">{ofSymbols}</span>
        <span aria-hidden="true">{sign}</span>
        {times && <span class="visually-hidden">{strings.chain.times}</span>}
      </div>
      <button
        type="button"
        class={styles.tile}
        data-tint={link.tint}
        data-lit={isLit(lit.value, whole)}
        data-shared={shared}
        data-factor={partKey(link, writing.value)}
        aria-label={say.value(`${derivativeText(link.of, link.by, writing.value)}: ${number}`)}
        aria-description={say.value(
          `${reason.value?.(link, scenario, playground.evaluation.value, writing.value) ?? ''}${shared ? ` ${strings.chain.once}` : ''}`,
        )}
        {...useLighting(whole)}
      >
        <Formula tex={derivativeTex(link.of, link.by, writing.value)} />
        <Formula tex={expressionTex(link, activation, scenario.loss, writing.value)} />
        <span class={styles.number} data-testid="factor">
          {times ? bracketed(link.value, notation, digits) : number}
        </span>
        {kink && (
          <small class={styles.kink}>
            {strings.chain.kink(outputText(kink.at, writing.value), formatNumber(kink.slope, notation, { digits: 2 }))}
          </small>
        )}
      </button>
    </div>
  );
}
