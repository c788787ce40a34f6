import { formatNumber } from '../../format/number';
import { finiteWords } from '../../format/strings/finite';
import { hopWords as words } from '../../format/strings/hop';
import { text } from '../../format/symbol';
import { linkReason, quantityInWords } from '../../format/words';
import { usePage } from '../context';
import { linkTo } from '../links';
import { Sentence } from '../math/Sentence';
import { isShut, type Row } from './hops';

/** A hop in words. */
export function Hop({ rows, taken }: { rows: readonly Row[]; taken: number }) {
  const { playground, writing, links } = usePage();
  const notation = playground.notation.value;
  const signed = (x: number) => formatNumber(x, notation, { sign: true });
  if (taken === 0) return <>{words.waiting}</>;
  const row = rows[taken];
  const previous = rows[taken - 1];
  const [change] = row?.changes ?? [];
  const [before] = previous?.changes ?? [];
  if (!row || !change) return null;
  const name = quantityInWords(change.of, writing.value);
  const link = linkTo(links.value, change.of);
  if (row.changes.length > 1 || previous?.changes.length !== 1 || !before || change.ratio === undefined) {
    return (
      <Sentence>{row.changes.map((c) => words.open(text(c.of, writing.value), signed(c.change))).join(' ')}</Sentence>
    );
  }
  if (isShut(change)) return <Sentence>{words.still(name)}</Sentence>;
  if (!Number.isFinite(change.ratio)) return <Sentence>{finiteWords.change(name)}</Sentence>;
  const by = quantityInWords(before.of, writing.value);
  const ratio = formatNumber(change.ratio, notation);
  const limit = link && formatNumber(link.value, notation);
  return (
    <>
      <b>
        <Sentence>{words.hop(name, signed(change.change), by, signed(before.change), ratio)}</Sentence>
      </b>{' '}
      {link && (
        <Sentence>
          {[
            words.why(linkReason(link, playground.scenario.value, playground.evaluation.value, writing.value)),
            ...(change.ratio < 0 ? [words.turns(name, by)] : []),
            ...(limit !== undefined && limit !== ratio ? [words.nears(ratio, limit)] : []),
          ].join(' ')}
        </Sentence>
      )}
    </>
  );
}
