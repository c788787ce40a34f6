import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { depthWords as words } from '../../format/strings/depth';
import { activationName, derivativeText, quantityOf, text } from '../../format/symbol';
import { withParameter } from '../../scenario/edits';
import { parameterAt, parameters } from '../../scenario/refs';
import { isSlim } from '../../scenario/shape';
import type { ParameterRef, Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { Sentence } from '../math/Sentence';
import { isLocked } from '../presentation/presentation';
import { Segments } from '../Segments';
import { Bars } from './Bars';
import { Compared } from './Compared';
import { type Added, chainOf, mostLayers, shallowOf } from './chains';
import styles from './Depth.module.css';
import { Weights } from './Weights';

/** One neuron beside a chain of any depth, and what the depth does to the factors of the gradient. */
export function Depth({ engine }: { engine: Engine }) {
  const { playground, writing } = usePage();
  const scenario = playground.scenario.value;
  const example = playground.example.value;
  const own = isSlim(scenario) ? scenario.layers.length : 2;
  const chosen = useSignal<number | undefined>(undefined);
  const added = useSignal<Added>({ activation: 'relu', weight: 1 });
  const layers = chosen.value ?? own;

  const z = playground.evaluation.value.layers.at(-1)?.z ?? new Float64Array();
  const shallow = useMemo(() => shallowOf(scenario, example, z), [scenario, example, z]);
  const deep = useMemo(() => chainOf(scenario, example, layers, added.value), [scenario, example, layers, added.value]);
  const [first] = parameters(deep);
  const name = (ref: ParameterRef) => derivativeText({ kind: 'C' }, quantityOf(ref), writing.value);
  if (!first) return null;
  const derivation = engine.derive(deep, first, { paths: 0 });
  const { activation } = added.value;
  return (
    <>
      <p class={styles.lead}>{words.lead(scenario.examples.length > 1 ? words.shownExample(example + 1) : '')}</p>
      <div class={styles.beside}>
        <div class={styles.left}>
          <Compared engine={engine} shallow={shallow} deep={deep} />
        </div>
        <div class={styles.right}>
          <div class={styles.controls}>
            <label class={styles.slider}>
              {words.layers} <b>{layers}</b>
              <input
                type="range"
                min={1}
                max={mostLayers}
                value={layers}
                onInput={(event) => {
                  chosen.value = Number(event.currentTarget.value);
                }}
              />
            </label>
            <Segments
              legend={words.added}
              name="depth-activation"
              options={[
                { value: 'relu' as const, label: activationName('relu') },
                { value: 'sigmoid' as const, label: activationName('sigmoid') },
              ]}
              value={activation === 'sigmoid' ? 'sigmoid' : 'relu'}
              onChange={(value) => {
                added.value = { ...added.value, activation: value };
              }}
            />
            <span class={styles.weight}>
              {words.weightShort}
              <span>
                <NumberField
                  kind="setting"
                  label={words.weight}
                  value={added.value.weight}
                  step={0.1}
                  onEdit={(weight) => {
                    added.value = { ...added.value, weight };
                  }}
                />
              </span>
            </span>
          </div>
          {layers !== own && isSlim(scenario) && (
            <button
              type="button"
              disabled={isLocked('net')}
              onClick={() => playground.edit({ ...scenario, layers: deep.layers })}
            >
              {words.use}
            </button>
          )}
          <h3>
            <Sentence>{words.bars(name(first))}</Sentence> <small>({words.logScale})</small>
          </h3>
          <Bars factors={derivation.factors} />
          <p data-testid="depth-product">
            <Sentence>
              {words.product(name(first), formatNumber(derivation.gradient, playground.notation.value))}
            </Sentence>{' '}
            {activation === 'sigmoid' ? words.ofSigmoid : words.ofRelu}
          </p>
          <Weights engine={engine} deep={deep} />
          {isSlim(scenario) && own > 1 && <Swap scenario={scenario} />}
        </div>
      </div>
    </>
  );
}

/** The first and the last weight in each other's place: their gradients go with them. */
function Swap({ scenario }: { scenario: Scenario }) {
  const { playground, writing } = usePage();
  const weights = parameters(scenario).filter((ref) => 'input' in ref);
  const first = weights.at(0);
  const last = weights.at(-1);
  if (!first || !last) return null;
  const name = (ref: ParameterRef) => text(quantityOf(ref), writing.value);
  const swapped = () =>
    withParameter(withParameter(scenario, first, parameterAt(scenario, last)), last, parameterAt(scenario, first));
  return (
    <p class={styles.swap}>
      <button type="button" disabled={isLocked('w')} onClick={() => playground.edit(swapped())}>
        <Sentence>{words.swap(name(first), name(last))}</Sentence>
      </button>{' '}
      {words.swapHint}
    </p>
  );
}
