import { useId, useRef } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { briefText, formatNumber } from '../../format/number';
import { bracketed } from '../../format/product';
import { landscapeWords as words } from '../../format/strings/landscape';
import { quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { gradientAt } from '../closer/gradientAt';
import { partOf } from '../closer/partOf';
import { usePage } from '../context';
import { say } from '../math/say';
import { useLighting } from '../useLinks';
import { useWidth } from '../useWidth';
import { Beyond } from './Beyond';
import { beyondFinite } from './beyondFinite';
import { useGround } from './ground';
import { Handle } from './Handle';
import styles from './Landscape.module.css';
import { PointField } from './PointField';
import { high, low, type Range } from './range';
import { StepWords, useStep } from './StepWords';
import { pixelOf, roundUp, type Scale, ticks } from './scale';
import { usePoint } from './usePoint';

const height = 300;
/** Costs that the top edge may stand for, so that it stays where it is while the curve changes a little. */
const topDigits = [1, 1.5, 2, 3, 4, 5, 6, 8];
/** Room for the numbers beside the picture, and below it for those of the axis and for the step with its labels. */
const margin = { top: 12, right: 14, bottom: 78, left: 58 };

/** Pixels that a character of the axes' numbers takes at most. */
const character = 7.5;

/** The cost over one parameter, its tangent at the present point, and the step that the rate takes along it. */
export function Curve({ engine, at, range }: { engine: Engine; at: ParameterRef; range: Range }) {
  const { playground, writing } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const notation = playground.notation.value;
  const scenario = playground.scenario.value;
  const symbol = text(quantityOf(at), writing.value);
  const here = parameterAt(scenario, at);
  const gradient = playground.gradient.value;
  const slope = gradientAt(gradient, scenario, at);
  const step = useStep(engine, at);
  const alone = engine.gradient(withParameter(scenario, at, step.after)).cost;
  const { ground, old, tooLarge } = useGround(engine, { scenario, axes: [at], ranges: [range] });
  const costs = Array.from(ground?.costs ?? []);
  const finite = costs.filter(Number.isFinite);
  const ys: Scale = {
    from: Math.min(0, ...finite),
    to: roundUp(Math.max(...finite, Number.isFinite(gradient.cost) ? gradient.cost : 0), topDigits),
    start: height - margin.bottom,
    end: margin.top,
  };
  const longest = Math.max(...ticks(ys, 4).map((value) => briefText(value, notation).length));
  const left = Math.max(margin.left, character * longest + 14);
  const xs: Scale = { from: low(range), to: high(range), start: left, end: width - margin.right };
  const point = usePoint({ ref: at, scale: xs });
  const lighting = useLighting(partOf(at));

  const beyond = beyondFinite(gradient, scenario, [at], writing.value);

  if (tooLarge) return <p>{words.tooLarge}</p>;
  const label = words.pointWords(
    [`${symbol} ${formatNumber(here, notation)}`],
    `${notation.cost} ${formatNumber(gradient.cost, notation)}`,
  );
  return (
    <div class={styles.beside}>
      <div class={styles.picture} ref={box}>
        {width > 0 && (
          <div
            class={styles.plot}
            role="slider"
            tabIndex={0}
            aria-label={say.value(words.curve(notation.cost, symbol))}
            aria-valuemin={xs.from}
            aria-valuemax={xs.to}
            aria-valuenow={here}
            aria-valuetext={say.value(label)}
            data-old={old}
            data-points={ground?.resolution}
            style={{ height: `${height}px` }}
            {...point}
            {...lighting}
          >
            <svg width={width} height={height} aria-hidden="true">
              <Axes xs={xs} ys={ys} x={symbol} y={notation.cost} />
              <Drawn xs={xs} ys={ys} costs={costs} here={here} cost={gradient.cost} slope={slope} />
              {!beyond && (
                <>
                  <Landing xs={xs} ys={ys} here={here} cost={gradient.cost} after={step.after} landing={alone} />
                  <StepArrow xs={xs} here={here} step={step} />
                </>
              )}
              <Handle x={pixelOf(here, xs)} y={pixelOf(inFrame(gradient.cost, ys), ys)} />
            </svg>
          </div>
        )}
      </div>
      <div class={styles.words}>
        <PointField at={at} />
        {beyond ? (
          <Beyond what={beyond} />
        ) : (
          <StepWords engine={engine} at={at} step={step} slope={slope} alone={alone} />
        )}
      </div>
    </div>
  );
}

/** A cost that is not finite stands at the top: from there the point can be taken hold of. */
const inFrame = (cost: number, { to }: Scale): number => (Number.isFinite(cost) ? Math.min(cost, to) : to);

function Axes({ xs, ys, x, y }: { xs: Scale; ys: Scale; x: string; y: string }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const bottom = ys.start;
  return (
    <g class={styles.axes}>
      {ticks(ys, 4).map((value) => (
        <g key={value}>
          <line x1={xs.start} x2={xs.end} y1={pixelOf(value, ys)} y2={pixelOf(value, ys)} />
          <text x={xs.start - 6} y={pixelOf(value, ys) + 4} text-anchor="end">
            {briefText(value, notation)}
          </text>
        </g>
      ))}
      {ticks(xs, 5).map((value) => (
        <g key={value}>
          <line x1={pixelOf(value, xs)} x2={pixelOf(value, xs)} y1={bottom} y2={bottom + 4} class={styles.tick} />
          <text x={pixelOf(value, xs)} y={bottom + 16} text-anchor="middle">
            {briefText(value, notation)}
          </text>
        </g>
      ))}
      <line x1={xs.start} x2={xs.end} y1={bottom} y2={bottom} class={styles.tick} />
      <text x={xs.start - 6} y={ys.end + 22} text-anchor="end" class={styles.axisName}>
        {y}
      </text>
      <text x={xs.end} y={bottom + 32} text-anchor="end" class={styles.axisName}>
        {x}
      </text>
    </g>
  );
}

/** The curve, and the line that touches it at the point. */
function Drawn(props: { xs: Scale; ys: Scale; costs: number[]; here: number; cost: number; slope: number }) {
  const { xs, ys, costs, here, cost, slope } = props;
  const clip = useId();
  const resolution = costs.length;
  let path = '';
  let gap = true;
  costs.forEach((c, i) => {
    if (!Number.isFinite(c)) {
      gap = true;
      return;
    }
    const x = pixelOf(xs.from + (xs.to - xs.from) * (i / (resolution - 1)), xs);
    path += `${gap ? 'M' : 'L'}${x.toFixed(1)} ${pixelOf(c, ys).toFixed(1)}`;
    gap = false;
  });
  const touching = (x: number) => pixelOf(cost + slope * (x - here), ys);
  const straight = [xs.from, xs.to].every((x) => Number.isFinite(touching(x)));
  return (
    <>
      <clipPath id={clip}>
        <rect x={xs.start} y={ys.end} width={xs.end - xs.start} height={ys.start - ys.end} />
      </clipPath>
      <g clip-path={`url(#${clip})`}>
        <path d={path} class={styles.curve} />
        {straight && (
          <line x1={xs.start} x2={xs.end} y1={touching(xs.from)} y2={touching(xs.to)} class={styles.tangent} />
        )}
      </g>
    </>
  );
}

/** Where the step lands on the curve, and how it gets there: down to the axis, along it, up again. */
function Landing(props: { xs: Scale; ys: Scale; here: number; cost: number; after: number; landing: number }) {
  const { xs, ys, here, cost, after, landing } = props;
  const lane = ys.start + laneBelow;
  const shown = Number.isFinite(landing) && after >= xs.from && after <= xs.to && landing <= ys.to;
  return (
    <>
      <line x1={pixelOf(here, xs)} x2={pixelOf(here, xs)} y1={pixelOf(cost, ys)} y2={lane} class={styles.dotted} />
      {shown && after !== here && (
        <>
          <line
            x1={pixelOf(after, xs)}
            x2={pixelOf(after, xs)}
            y1={pixelOf(landing, ys)}
            y2={lane}
            class={styles.dotted}
          />
          <circle cx={pixelOf(after, xs)} cy={pixelOf(landing, ys)} r={5} class={styles.landing} />
        </>
      )}
    </>
  );
}

/** How far below the axis the step is drawn. */
const laneBelow = 30;

/** The step along the axis, with what makes it up: rate × gradient. */
function StepArrow({ xs, here, step }: { xs: Scale; here: number; step: ReturnType<typeof useStep> }) {
  const { playground } = usePage();
  const notation = playground.notation.value;
  const y = height - margin.bottom + laneBelow;
  const from = pixelOf(here, xs);
  const to = Math.max(xs.start, Math.min(xs.end, pixelOf(step.after, xs)));
  const way = Math.sign(to - from);
  const middle = Math.max(xs.start + 80, Math.min(xs.end - 80, (from + to) / 2));
  return (
    <g>
      {way !== 0 && (
        <>
          <line x1={from} x2={to - way * 2} y1={y} y2={y} class={styles.step} />
          <path d={`M${to} ${y}l${-way * 8} -5v10z`} class={styles.stepHead} />
        </>
      )}
      <text x={middle} y={y + 20} text-anchor="middle" class={styles.stepLabel}>
        {step.plain ? (
          <>
            <tspan class={styles.rate}>{notation.rate}</tspan> × <tspan class={styles.slope}>{words.gradient}</tspan>
          </>
        ) : (
          words.step
        )}
      </text>
      {step.plain && (
        <text x={middle} y={y + 38} text-anchor="middle" class={styles.stepLabel}>
          <tspan class={styles.rate}>{briefText(step.alpha, notation)}</tspan> ×{' '}
          <tspan class={styles.slope}>{bracketed(step.gradient, notation)}</tspan>
        </text>
      )}
    </g>
  );
}
