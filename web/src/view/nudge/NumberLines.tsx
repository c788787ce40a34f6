import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Change } from '../../../../bindings/backprop';
import { formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { sameQuantity, text } from '../../format/symbol';
import { currentSegment } from '../../state/run';
import { usePage } from '../context';
import { costBy, isLit, leadsTo, linkTo } from '../links';
import { Mark } from '../math/Symbol';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import { isShut, type Row } from './hops';
import styles from './NumberLines.module.css';
import { type Magnifier, magnifierFor, positionOf, type Tick, ticksAround } from './numberLines';

/** One number line for each quantity the nudge reaches, one below the other, all under the same magnifier. */
export function NumberLines({ rows: computed, taken }: { rows: ReadonlySignal<readonly Row[]>; taken: number }) {
  const rows = computed.value;
  const all = rows.flatMap((row) => row.changes);
  const magnifier = magnifierFor(all.map((c) => c.change));
  const room = useRoom(all);
  return (
    <ol class={styles.lines} style={{ '--value': room.value, '--change': room.change }} data-long={room.long}>
      {rows.map((row, hop) => {
        const previous = rows[hop - 1];
        const reached = hop <= taken;
        const single = row.changes.length === 1 && previous?.changes.length === 1;
        return (
          <li key={row.key}>
            {hop > 0 && (
              <Hop
                from={reached && single ? previous.changes[0] : undefined}
                to={reached && single ? row.changes[0] : undefined}
                magnifier={magnifier}
              />
            )}
            {/* By their places: where a step lets other units move most, the lines stay and say something else. */}
            {row.changes.map((change, place) => (
              <Line key={place} change={change} reached={reached} magnifier={magnifier} />
            ))}
            {row.more > 0 && <p class={styles.more}>{strings.nudge.more(row.more)}</p>}
          </li>
        );
      })}
    </ol>
  );
}

/**
 * Characters of the longest value and of the longest change, and no fewer than most of either have. What the run has needed
 * so far stays: the lines do not move from step to step.
 */
function useRoom(changes: readonly Change[]) {
  const { notation, run, pick } = usePage().playground;
  const { digits } = notation.value;
  const { start } = currentSegment(run.value);
  const needed = useMemo(() => ({ value: digits + 2, change: digits + 4 }), [digits, start, pick.value]);
  const longest = (usual: number, texts: readonly string[]) => Math.max(usual, ...texts.map(({ length }) => length));
  needed.value = longest(
    needed.value,
    changes.flatMap(({ before, after }) => [before, after].map((x) => formatNumber(x, notation.value))),
  );
  needed.change = longest(
    needed.change,
    changes.map((c) => formatNumber(c.change, notation.value, { sign: true })),
  );
  const { value, change } = needed;
  return { value, change, long: value + change > 2 * digits + 8 };
}

function Line({ change, reached, magnifier }: { change: Change; reached: boolean; magnifier: Magnifier }) {
  const { playground, writing, links, lit } = usePage();
  const notation = playground.notation.value;
  const moved = reached ? change.change : 0;
  const at = positionOf(moved, magnifier);
  const link =
    linkTo(links.value, change.of) ??
    links.value.find((l) => text(l.by, writing.value) === text(change.of, writing.value)) ??
    costBy(change.of);
  const written = formatNumber(change.change, notation, { sign: true });
  return (
    <div class={styles.row} data-lit={isLit(lit.value, link) || leadsTo(lit.value, change.of)} {...useLighting(link)}>
      <span class={styles.name}>
        <Mark of={change.of} />{' '}
        <span class={styles.value}>{formatNumber(reached ? change.after : change.before, notation)}</span>
      </span>
      <span class={styles.line} aria-hidden="true">
        <span class={styles.axis} />
        <Ticks before={change.before} magnifier={magnifier} />
        <span
          class={styles.bar}
          style={{ transform: `${along(Math.min(50, at))} scaleX(${Math.abs(at - 50) / 100})` }}
        />
        <span class={styles.ghost} />
        <span class={styles.point} style={{ transform: along(at) }}>
          <i />
        </span>
      </span>
      <span class={styles.change} data-testid="change">
        {reached && (
          <>
            <span class="visually-hidden">{say.value(strings.nudge.changeOf(text(change.of, writing.value)))}</span>
            {written}
          </>
        )}
      </span>
    </div>
  );
}

/**
 * Moves a mark that is as wide as its line to a percentage of it. A transform, because what is moved so need not be laid
 * out again, and everything here moves with each edit.
 */
const along = (percent: number): string => `translateX(${percent.toFixed(2)}%)`;

/** All ticks of a line in one stroke, labels at the longer ones. */
function Ticks({ before, magnifier }: { before: number; magnifier: Magnifier }) {
  const { playground } = usePage();
  const ticks = ticksAround(before, magnifier);
  return (
    <>
      <svg class={styles.ticks} viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
        <path d={ticks.map(({ at, digits }) => `M${at.toFixed(2)} ${digits === undefined ? '2V7' : '0V9'}`).join('')} />
      </svg>
      {labelsOf(ticks, magnifier).map(({ key, at, value, digits }) => (
        <small key={key} class={styles.label} style={{ transform: along(at) }}>
          <span>{formatNumber(value, playground.notation.value, { digits })}</span>
        </small>
      ))}
    </>
  );
}

/**
 * The ticks that have a label. The one that comes in on one side has the key of the one that went out on the other, and
 * they stand in the order of their keys: one text is another, and nothing is put in or moved in the page.
 */
function labelsOf(ticks: readonly Tick[], { step }: Magnifier) {
  const labels = ticks.flatMap(({ at, value, digits }) => (digits === undefined ? [] : [{ at, value, digits }]));
  return labels
    .map((label) => ({ ...label, key: Math.round(label.value / step) % labels.length }))
    .sort((a, b) => a.key - b.key);
}

/** Between two lines: the ghosts stay in line, the moved points show how the change was rescaled. */
function Hop({ from, to, magnifier }: { from: Change | undefined; to: Change | undefined; magnifier: Magnifier }) {
  const { playground, links, lit } = usePage();
  const into = to && linkTo(links.value, to.of);
  // Where routes add up, the factor of the row spans several hops.
  const link = into && from && sameQuantity(into.by, from.of) ? into : undefined;
  const lighting = useLighting(link);
  if (!from || !to) return <div class={styles.hop} />;
  return (
    <div class={styles.hop} {...lighting}>
      <svg class={styles.connector} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="M50 0V10" class={styles.still} />
        <path
          d={`M${positionOf(from.change, magnifier).toFixed(2)} 0L${positionOf(to.change, magnifier).toFixed(2)} 10`}
          class={styles.moved}
        />
      </svg>
      {to.ratio !== undefined && (
        <span class={styles.ratio} data-tint={link?.tint} data-lit={isLit(lit.value, link)}>
          {isShut(to) ? strings.nudge.shut : `×${formatNumber(to.ratio, playground.notation.value)}`}
        </span>
      )}
    </div>
  );
}
