import { useEffect, useId, useRef } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { briefText, formatNumber } from '../../format/number';
import { landscapeWords as words } from '../../format/strings/landscape';
import { quantityOf, text } from '../../format/symbol';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';
import { say } from '../math/say';
import { theme } from '../theme/theme';
import { useLighting } from '../useLinks';
import { useWidth } from '../useWidth';
import { Handle } from './Curve';
import { contours, type Grid, levelsOf } from './contours';
import { useGround } from './ground';
import styles from './Landscape.module.css';
import { PointField } from './PointField';
import { pathOfRun } from './pathOfRun';
import { high, low, type Range } from './range';
import { Together } from './StepWords';
import { pixelOf, type Scale, ticks } from './scale';
import { shade } from './shade';
import { usePoint } from './usePoint';

const margin = { top: 26, right: 14, bottom: 40, left: 52 };
const largest = 460;
const levelCount = 12;
/** Not every line carries its cost. */
const labelEvery = 2;

/** The cost over two parameters as contours, the run so far, and the way down from the present point. */
export function Contours({
  engine,
  x,
  y,
  ranges,
}: {
  engine: Engine;
  x: ParameterRef;
  y: ParameterRef;
  ranges: readonly Range[];
}) {
  const { playground, writing } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const width = Math.min(useWidth(box), largest);
  const notation = playground.notation.value;
  const scenario = playground.scenario.value;
  const gradient = playground.gradient.value;
  const { ground, old, tooLarge } = useGround(engine, { scenario, axes: [x, y], ranges });
  const [across, up] = ranges;
  const side = width - margin.left - margin.right;
  const height = side + margin.top + margin.bottom;
  const xs: Scale = {
    from: low(across ?? none),
    to: high(across ?? none),
    start: margin.left,
    end: width - margin.right,
  };
  const ys: Scale = { from: low(up ?? none), to: high(up ?? none), start: margin.top + side, end: margin.top };
  const point = usePoint({ ref: x, scale: xs }, { ref: y, scale: ys });
  const clip = useId();
  const lighting = useLighting(partOf(x), partOf(y));

  if (tooLarge) return <p>{words.tooLarge}</p>;
  const names = [x, y].map((ref) => text(quantityOf(ref), writing.value)) as [string, string];
  const here = [parameterAt(scenario, x), parameterAt(scenario, y)] as const;
  const slopes = [gradientAt(gradient, scenario, x), gradientAt(gradient, scenario, y)] as const;
  const stepped = playground.stepped.value.scenario;
  const after = [parameterAt(stepped, x), parameterAt(stepped, y)] as const;
  const flat = slopes[0] === 0 && slopes[1] === 0;
  const at = (place: readonly [number, number]) => ({ x: pixelOf(place[0], xs), y: pixelOf(place[1], ys) });
  const written = (place: readonly number[]) =>
    names.map((name, i) => `${name} ${formatNumber(place[i] ?? 0, notation)}`);
  return (
    <div class={styles.beside}>
      <div class={styles.square} ref={box}>
        {width > 0 && (
          <div
            class={styles.plot}
            role="slider"
            tabIndex={0}
            aria-label={say.value(words.contours(notation.cost, ...names))}
            aria-valuemin={xs.from}
            aria-valuemax={xs.to}
            aria-valuenow={here[0]}
            aria-valuetext={say.value(
              words.pointWords(written(here), `${notation.cost} ${formatNumber(gradient.cost, notation)}`),
            )}
            data-old={old}
            data-points={ground?.resolution}
            style={{ width: `${width}px`, height: `${height}px` }}
            {...point}
            {...lighting}
          >
            {ground && <Shade grid={ground} side={side} />}
            <svg width={width} height={height} aria-hidden="true">
              <clipPath id={clip}>
                <rect x={xs.start} y={ys.end} width={side} height={side} />
              </clipPath>
              <g clip-path={`url(#${clip})`}>
                {ground && <Levels grid={ground} xs={xs} ys={ys} settled={!old} clearOf={at(here)} />}
                <Path x={x} y={y} xs={xs} ys={ys} />
                {(after[0] !== here[0] || after[1] !== here[1]) && (
                  <circle cx={at(after).x} cy={at(after).y} r={5} class={styles.landing} />
                )}
                {!flat && <Down from={at(here)} slopes={slopes} />}
              </g>
              <Frame xs={xs} ys={ys} names={names} />
              <Handle {...at(here)} />
            </svg>
          </div>
        )}
      </div>
      <div class={styles.words}>
        <PointField at={x} />
        <PointField at={y} />
        <ul class={styles.legend}>
          <li data-mark="point">{words.legend.point}</li>
          <li data-mark="descent">{words.legend.descent}</li>
          <li data-mark="landing">{words.legend.landing}</li>
          <li data-mark="path">{words.legend.path}</li>
        </ul>
        <p>{flat ? words.stands : words.across(notation.cost)}</p>
        <p>
          <Sentence>{words.lands(written(after))}</Sentence>
        </p>
        <Together engine={engine} />
      </div>
    </div>
  );
}

const none: Range = { center: 0, half: 1 };

/** How high the cost is, as a shade under the lines. */
function Shade({ grid, side }: { grid: Grid; side: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = theme.value;
  useEffect(() => {
    if (canvas.current) shade(canvas.current, grid);
  }, [grid, colours]);
  return (
    <canvas
      ref={canvas}
      class={styles.shade}
      style={{ left: `${margin.left}px`, top: `${margin.top}px`, width: `${side}px`, height: `${side}px` }}
    />
  );
}

/** The lines of equal cost; some carry their cost. */
function Levels({
  grid,
  xs,
  ys,
  settled,
  clearOf,
}: {
  grid: Grid;
  xs: Scale;
  ys: Scale;
  settled: boolean;
  clearOf: { x: number; y: number };
}) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const last = grid.resolution - 1;
  const toX = (i: number) => xs.start + (i * (xs.end - xs.start)) / last;
  const toY = (j: number) => ys.start + (j * (ys.end - ys.start)) / last;
  const levels = levelsOf(grid, levelCount);
  let path = '';
  contours(grid, levels, (_, a, b, c, d) => {
    // Tenths of a pixel, without the text that toFixed builds.
    path += `M${tenth(toX(a))} ${tenth(toY(b))}L${tenth(toX(c))} ${tenth(toY(d))}`;
  });
  const labels = settled
    ? placed(
        grid,
        levels.filter((_, k) => k % labelEvery === 1),
        toX,
        toY,
        clearOf,
      )
    : [];
  return (
    <>
      <path d={path} class={styles.contour} />
      {labels.map(({ level, x, y }) => (
        <text key={level} x={x} y={y + 4} text-anchor="middle" class={styles.level}>
          {formatNumber(level, notation, { digits: Math.min(3, notation.digits) })}
        </text>
      ))}
    </>
  );
}

const tenth = (pixels: number): number => Math.round(10 * pixels) / 10;

interface Label {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** Where lines carry their cost: near the middle, not over each other or the point, and not at the edge. */
function placed(
  grid: Grid,
  levels: readonly number[],
  toX: (i: number) => number,
  toY: (j: number) => number,
  clearOf: { x: number; y: number },
): Label[] {
  const last = grid.resolution - 1;
  const edge = { left: toX(0) + 24, bottom: toY(0) - 12, right: toX(last) - 24, top: toY(last) + 12 };
  const middle = { x: (toX(0) + toX(last)) / 2, y: (toY(0) + toY(last)) / 2 };
  const labels: Label[] = [];
  for (const level of levels) {
    let best: (Label & { readonly off: number }) | undefined;
    contours(grid, [level], (_, a, b, c, d) => {
      const x = toX((a + c) / 2);
      const y = toY((b + d) / 2);
      if (x < edge.left || x > edge.right || y < edge.top || y > edge.bottom) return;
      const off = Math.hypot(x - middle.x, y - middle.y);
      const clear = [...labels, clearOf].every((label) => Math.abs(label.x - x) > 50 || Math.abs(label.y - y) > 26);
      if (clear && (!best || off < best.off)) best = { level, x, y, off };
    });
    if (best) labels.push(best);
  }
  return labels;
}

/** Where the run has been; an edit in between is a gap. */
function Path({ x, y, xs, ys }: { x: ParameterRef; y: ParameterRef; xs: Scale; ys: Scale }) {
  const { playground } = usePage();
  const stretches = pathOfRun(playground, [x, y]);
  const dots = stretches.flat().length <= 60;
  return (
    <>
      {stretches.map((stretch, k) => {
        const places = stretch.map(([a = 0, b = 0]) => [pixelOf(a, xs).toFixed(1), pixelOf(b, ys).toFixed(1)] as const);
        return (
          <g key={k}>
            <polyline points={places.map((place) => place.join()).join(' ')} class={styles.path} />
            {dots && places.map(([cx, cy], i) => <circle key={i} cx={cx} cy={cy} r={2.5} class={styles.stop} />)}
          </g>
        );
      })}
    </>
  );
}

/** Pixels of the arrow that shows the way down: its direction counts, the step has its own mark. */
const arrow = 54;

function Down({ from, slopes }: { from: { x: number; y: number }; slopes: readonly [number, number] }) {
  const length = Math.hypot(...slopes);
  // The scales are alike, and y grows downwards on the screen.
  const along = { x: -slopes[0] / length, y: slopes[1] / length };
  const tip = { x: from.x + arrow * along.x, y: from.y + arrow * along.y };
  const side = (sign: number) =>
    `L${(tip.x - 11 * along.x - sign * 6 * along.y).toFixed(1)} ${(tip.y - 11 * along.y + sign * 6 * along.x).toFixed(1)}`;
  return (
    <>
      <line x1={from.x} y1={from.y} x2={tip.x - 9 * along.x} y2={tip.y - 9 * along.y} class={styles.down} />
      <path d={`M${tip.x.toFixed(1)} ${tip.y.toFixed(1)}${side(1)}${side(-1)}Z`} class={styles.downHead} />
    </>
  );
}

function Frame({ xs, ys, names }: { xs: Scale; ys: Scale; names: readonly [string, string] }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  return (
    <g class={styles.axes}>
      <rect
        x={xs.start}
        y={ys.end}
        width={xs.end - xs.start}
        height={ys.start - ys.end}
        fill="none"
        class={styles.tick}
      />
      {ticks(ys, 4).map((value) => (
        <text key={value} x={xs.start - 6} y={pixelOf(value, ys) + 4} text-anchor="end">
          {briefText(value, notation)}
        </text>
      ))}
      {ticks(xs, 4).map((value) => (
        <text key={value} x={pixelOf(value, xs)} y={ys.start + 16} text-anchor="middle">
          {briefText(value, notation)}
        </text>
      ))}
      <text x={xs.start} y={ys.end - 8} text-anchor="middle" class={styles.axisName}>
        {names[1]}
      </text>
      <text x={xs.end} y={ys.start + 34} text-anchor="end" class={styles.axisName}>
        {names[0]}
      </text>
    </g>
  );
}
