import { useEffect, useId, useRef } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
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
import { Beyond } from './Beyond';
import { beyondFinite } from './beyondFinite';
import type { Grid } from './contours';
import { Down, tipOf } from './Down';
import { Frame } from './Frame';
import { useGround } from './ground';
import { Handle } from './Handle';
import styles from './Landscape.module.css';
import { Levels } from './Levels';
import { along } from './labels';
import { PointField } from './PointField';
import { pathOfRun } from './pathOfRun';
import { high, low, type Range } from './range';
import { Together } from './StepWords';
import { pixelOf, type Scale } from './scale';
import { shade } from './shade';
import { usePoint } from './usePoint';

const margin = { top: 26, right: 14, bottom: 40, left: 52 };
const largest = 460;

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

  const beyond = beyondFinite(gradient, scenario, [x, y], writing.value);

  if (tooLarge) return <p>{words.tooLarge}</p>;
  const names = [x, y].map((ref) => text(quantityOf(ref), writing.value)) as [string, string];
  const here = [parameterAt(scenario, x), parameterAt(scenario, y)] as const;
  const slopes = [gradientAt(gradient, scenario, x), gradientAt(gradient, scenario, y)] as const;
  const stepped = playground.stepped.value.scenario;
  const after = [parameterAt(stepped, x), parameterAt(stepped, y)] as const;
  const flat = slopes[0] === 0 && slopes[1] === 0;
  const at = (place: readonly [number, number]) => ({ x: pixelOf(place[0], xs), y: pixelOf(place[1], ys) });
  const down = flat || beyond ? undefined : { from: at(here), slopes };
  const marks = [at(after), ...along(at(here), down ? tipOf(down) : at(here))];
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
                {ground && <Levels grid={ground} xs={xs} ys={ys} settled={!old} marks={marks} />}
                <Path x={x} y={y} xs={xs} ys={ys} />
                {(after[0] !== here[0] || after[1] !== here[1]) && (
                  <circle cx={at(after).x} cy={at(after).y} r={5} class={styles.landing} />
                )}
                {down && <Down {...down} />}
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
        {beyond ? (
          <Beyond what={beyond} />
        ) : (
          <>
            <p>{flat ? words.stands : words.across(notation.cost)}</p>
            <p>
              <Sentence>{words.lands(written(after))}</Sentence>
            </p>
            <Together engine={engine} />
          </>
        )}
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
