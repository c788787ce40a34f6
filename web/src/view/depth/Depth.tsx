import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Engine } from '../../engine/engine';
import { formatNumber } from '../../format/number';
import { depthWords as words } from '../../format/strings/depth';
import { activationName, derivativeText, quantityOf } from '../../format/symbol';
import { parameters } from '../../scenario/refs';
import { isSlim } from '../../scenario/shape';
import { NotFinite } from '../closer/NotFinite';
import { PageProvider, usePage } from '../context';
import { NumberField } from '../field/NumberField';
import { Sentence } from '../math/Sentence';
import { isLocked } from '../presentation/presentation';
import { Segments } from '../Segments';
import { Bars } from './Bars';
import { Compared } from './Compared';
import { type Added, chainOf, depthBeside, isNetwork, mostLayers, shallowOf } from './chains';
import styles from './Depth.module.css';
import { Lead } from './Lead';
import { useOwnPage } from './ownPage';
import { Swap } from './Swap';
import { Weights } from './Weights';

/** One neuron beside a chain of any depth, and what the depth does to the factors of the gradient. */
export function Depth({ engine }: { engine: Engine }) {
  const page = usePage();
  const { playground } = page;
  const scenario = playground.scenario.value;
  const example = playground.example.value;
  const chosen = useSignal<{ beside: number; layers: number } | undefined>(undefined);
  const added = useSignal<Added>({ activation: 'relu', weight: 1 });
  // What was chosen beside another network says nothing of this one.
  const own = scenario.layers.length;
  const layers = chosen.value?.beside === own ? chosen.value.layers : depthBeside(scenario);

  const z = playground.evaluation.value.layers.at(-1)?.z ?? new Float64Array();
  const shallow = useMemo(() => shallowOf(scenario, example, z), [scenario, example, z]);
  const deep = useMemo(() => chainOf(scenario, example, layers, added.value), [scenario, example, layers, added.value]);
  const [first] = parameters(deep);
  const ownPage = useOwnPage(deep);
  if (!first) return null;
  const same = isNetwork(scenario, layers);
  const shown = same ? page : ownPage;
  const gradient = derivativeText({ kind: 'C' }, quantityOf(first), shown.writing.value);
  const { firstNonFinite } = engine.evaluate(deep);
  const derivation = engine.derive(deep, first, { paths: 0 });
  const { activation } = added.value;
  return (
    <PageProvider value={shown}>
      <Lead scenario={scenario} layers={layers} noOne={!shallow} />
      {firstNonFinite && <NotFinite first={firstNonFinite} so={words.notFinite} />}
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
                  chosen.value = { beside: own, layers: Number(event.currentTarget.value) };
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
          {!same && isSlim(scenario) && (
            <button
              type="button"
              disabled={isLocked('net')}
              onClick={() => playground.edit({ ...scenario, layers: deep.layers })}
            >
              {words.use}
            </button>
          )}
          <h3>
            <Sentence>{words.bars(gradient)}</Sentence> <small>({words.logScale})</small>
          </h3>
          <Bars factors={derivation.factors} />
          <p data-testid="depth-product">
            <Sentence>{words.product(gradient, formatNumber(derivation.gradient, playground.notation.value))}</Sentence>{' '}
            {activation === 'sigmoid' ? words.ofSigmoid : words.ofRelu}
          </p>
          <Weights engine={engine} deep={deep} />
          {isSlim(scenario) && <Swap engine={engine} scenario={scenario} />}
        </div>
      </div>
    </PageProvider>
  );
}
