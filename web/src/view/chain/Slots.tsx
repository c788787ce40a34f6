import { strings } from '../../format/strings';
import { partKey, quantityOf, sameQuantity, text } from '../../format/symbol';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { Tile } from '../nudge/FactorRow';
import styles from './Slots.module.css';

/** The product before it is told: a slot for each link, filled with its ratio as the nudge travels over it. */
export function Slots() {
  const { playground, links, writing, walk, folded } = usePage();
  const { changes } = playground.nudged.value;
  const cost = playground.notation.value.cost;
  const taken = walk.hops.value ?? 0;
  return (
    <>
      <div class={styles.row}>
        {links.value.map((link, i) => (
          <span key={partKey(link, writing.value)} class={styles.step}>
            {i > 0 && <span class={styles.times}>×</span>}
            {i < taken ? (
              <Tile link={link} change={changes.find((c) => sameQuantity(c.of, link.of))} face="ratio" />
            ) : (
              <span class={styles.slot} />
            )}
          </span>
        ))}
        <span class={styles.meaning}>
          <Sentence>{strings.chain.strength(text(quantityOf(playground.pick.value), writing.value), cost)}</Sentence>
        </span>
        <button
          type="button"
          onClick={() => {
            folded.value = false;
          }}
        >
          {strings.chain.showAll}
        </button>
      </div>
      <p class={styles.words}>{strings.chain.slots(links.value.length)}</p>
    </>
  );
}
