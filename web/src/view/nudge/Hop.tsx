import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { text } from '../../format/symbol';
import { linkReason, quantityWords } from '../../format/words';
import { linkTo, usePage } from '../context';
import { Sentence } from '../math/Sentence';
import type { Row } from './hops';

/** A hop in words. */
export function Hop({ rows, taken }: { rows: readonly Row[]; taken: number }) {
  const { playground, writing, links } = usePage();
  const notation = playground.notation.value;
  const signed = (x: number) => formatNumber(x, notation, { sign: true });
  if (taken === 0) return <>{strings.nudge.waiting}</>;
  const row = rows[taken];
  const previous = rows[taken - 1];
  const [change] = row?.changes ?? [];
  const [before] = previous?.changes ?? [];
  if (!row || !change) return null;
  const name = quantityWords(change.of, writing.value);
  const link = linkTo(links.value, change.of);
  if (row.changes.length > 1 || previous?.changes.length !== 1 || !before || change.ratio === undefined) {
    return (
      <Sentence>
        {row.changes.map((c) => strings.nudge.hopOpen(text(c.of, writing.value), signed(c.change))).join(' ')}
      </Sentence>
    );
  }
  const ratio = Number.isFinite(change.ratio) ? formatNumber(change.ratio, notation) : strings.nudge.shut;
  return (
    <>
      <b>
        <Sentence>
          {strings.nudge.hop(
            name,
            signed(change.change),
            quantityWords(before.of, writing.value),
            signed(before.change),
            ratio,
          )}
        </Sentence>
      </b>{' '}
      {link && (
        <Sentence>
          {strings.nudge.why(linkReason(link, playground.scenario.value, playground.evaluation.value, writing.value))}
        </Sentence>
      )}
    </>
  );
}
