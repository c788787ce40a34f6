import { useMemo } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { depthWords as words } from '../../format/strings/depth';
import { finiteWords } from '../../format/strings/finite';
import { derivativeText, quantityOf, text } from '../../format/symbol';
import { parameterAt, parameters } from '../../scenario/refs';
import { outputCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import { Plot } from '../closer/Plot';
import { usePage } from '../context';
import { boxFor, curvePath } from '../descent/curve';
import { Sentence } from '../math/Sentence';
import { computedText } from './computedText';
import styles from './Depth.module.css';

const steps = 30;
const height = 130;

/** A wide layer has more weights than a cell has room for. */
const mostNumbers = 4;

interface Props {
  engine: Engine;
  /** Undefined where no neuron says what the network says. */
  shallow: Scenario | undefined;
  deep: Scenario;
}

/** The two networks in numbers, and both curves of the cost. */
export function Compared({ engine, shallow, deep }: Props) {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const both = useMemo(
    () =>
      [shallow, deep].map((s) => {
        if (!s) return undefined;
        const [first] = parameters(s);
        const { costs } = engine.descend(s, steps);
        return { s, costs, derivation: first && engine.derive(s, first, { paths: 0 }) };
      }),
    [engine, shallow, deep],
  );
  const [ref] = parameters(deep);
  const gradient = ref ? derivativeText({ kind: 'C' }, quantityOf(ref), writing.value) : '';
  const write = (x: number | undefined) => formatNumber(x ?? Number.NaN, notation);
  const numbers = (s: Scenario) => {
    const all = parameters(s);
    const shown = all
      .slice(0, mostNumbers)
      .map((at) => words.number(text(quantityOf(at), writing.value), write(parameterAt(s, at))));
    return [...shown, ...(all.length > shown.length ? ['…'] : [])].join(', ');
  };
  const rows: readonly (readonly [string, (one: NonNullable<(typeof both)[number]>) => string])[] = [
    [words.says, ({ s }) => computedText(s, writing.value)],
    [words.numbers, ({ s }) => numbers(s)],
    [words.cost(notation.cost), ({ costs }) => write(costs[0])],
    [words.factors(gradient), ({ derivation }) => String(derivation?.factors.length ?? 0)],
    [gradient, ({ derivation }) => write(derivation?.gradient)],
    [
      words.after(notation.cost, steps),
      ({ costs }) => (costs.length > steps ? write(costs.at(-1)) : finiteWords.stopped),
    ],
  ];
  return (
    <>
      <table class={styles.table}>
        <caption class="visually-hidden">{words.compared}</caption>
        <thead>
          <tr>
            <td />
            {[words.one(outputCount(deep)), words.chain(deep.layers.length)].map((name, i) => (
              <th key={name} scope="col">
                <svg width={28} height={8} aria-hidden="true">
                  <line x1={0} x2={28} y1={4} y2={4} class={styles.line} data-line={i} />
                </svg>{' '}
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                <Sentence>{name}</Sentence>
              </th>
              {both.map((one, i) => (
                <td key={i}>{one ? <Sentence>{value(one)}</Sentence> : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Curves costs={both.map((one) => one?.costs ?? new Float64Array())} />
    </>
  );
}

function Curves({ costs }: { costs: readonly Float64Array[] }) {
  const { playground } = usePage();
  const label = words.curves(playground.notation.value.cost, steps);
  const all = Float64Array.from(costs.flatMap((c) => Array.from(c)));
  const boxOf = (width: number) => ({ ...boxFor(all, width, height), span: steps });
  return (
    <>
      <p class={styles.axis}>{label}</p>
      <Plot label={label} height={height} top={boxOf(0).top} steps={steps}>
        {(width) =>
          costs.map((one, i) => (
            <path key={i} d={curvePath(one, 0, one.length - 1, boxOf(width))} class={styles.line} data-line={i} />
          ))
        }
      </Plot>
    </>
  );
}
