import { useRef } from 'preact/hooks';
import { countText, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { usePage } from '../context';
import { useWidth } from '../useWidth';
import styles from './CostCurve.module.css';
import { boxFor, type CurveBox, curvePath, positionAt, xOf, yOf } from './curve';

const height = 64;

/** The cost over the run so far; any earlier step can be revisited by dragging or with the arrow keys. */
export function CostCurve() {
  const { playground, known } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  /** Where the curve was when it was pressed: a drag goes by that, whatever room its words take meanwhile. */
  const grip = useRef<{ readonly left: number; readonly box: CurveBox }>(undefined);
  const width = useWidth(frame);
  const notation = playground.notation.value;
  const { costs, position, boundaries, step } = playground.timeline.value;
  // While a step is walked through, neither its cost nor what came after it is known yet.
  const end = known.value.walking ? (known.value.cost ? position : position - 1) : costs.length - 1;
  // The run it is held against has been walked to its end; while a step is walked through, it would tell too much.
  const other = known.value.walking ? undefined : playground.compared.value;
  const shown = end < costs.length - 1 ? costs.subarray(0, Math.max(1, end + 1)) : costs;
  const box = boxFor(shown, width, height, other);
  const spanned = { ...box, span: Math.max(box.span, costs.length - 1) };
  const cost = costs[position] ?? Number.NaN;

  const scrub = (event: PointerEvent) => {
    if (!grip.current) return;
    const { left, box } = grip.current;
    playground.seek(positionAt(event.clientX - left, box, costs.length));
  };
  const key = (event: KeyboardEvent) => {
    const page = Math.max(2, Math.round(costs.length / 10));
    const to: Record<string, number> = {
      ArrowLeft: position - 1,
      ArrowDown: position - 1,
      ArrowRight: position + 1,
      ArrowUp: position + 1,
      PageDown: position - page,
      PageUp: position + page,
      Home: 0,
      End: costs.length - 1,
    };
    const target = to[event.key];
    if (target === undefined) return;
    event.preventDefault();
    playground.seek(target);
  };

  const at = strings.descent.at(countText(step, notation));
  return (
    <div
      ref={frame}
      class={styles.curve}
      role="slider"
      tabIndex={0}
      aria-label={strings.descent.scrub}
      aria-valuemin={0}
      aria-valuemax={costs.length - 1}
      aria-valuenow={position}
      aria-valuetext={known.value.cost ? `${at}, ${notation.cost} ${formatNumber(cost, notation)}` : at}
      onKeyDown={key}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        playground.pause();
        grip.current = { left: event.currentTarget.getBoundingClientRect().left, box: spanned };
        scrub(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
      }}
    >
      <span class={styles.label} aria-hidden="true">
        {costs.length > 1 ? strings.descent.curve(notation.cost) : strings.descent.empty(notation.cost)}
      </span>
      {width > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          {boundaries.slice(1).map((boundary) => (
            <g key={boundary}>
              <line
                x1={xOf(boundary, spanned)}
                x2={xOf(boundary, spanned)}
                y1={0}
                y2={height}
                class={styles.boundary}
              />
              <title>{strings.descent.edited}</title>
            </g>
          ))}
          {other && (
            <path d={curvePath(other.costs, 0, other.costs.length - 1, spanned, other.from)} class={styles.other} />
          )}
          {boundaries.map((boundary, i) => (
            <path
              key={boundary}
              d={curvePath(costs, boundary, Math.min(end, (boundaries[i + 1] ?? costs.length) - 1), spanned)}
              class={styles.line}
            />
          ))}
          <line x1={xOf(position, spanned)} x2={xOf(position, spanned)} y1={0} y2={height} class={styles.cursor} />
          {known.value.cost && Number.isFinite(cost) && (
            <circle cx={xOf(position, spanned)} cy={yOf(cost, spanned)} r={5} class={styles.point} />
          )}
        </svg>
      )}
    </div>
  );
}
