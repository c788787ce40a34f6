import { editWords } from '../../format/strings/edit';
import { activationName } from '../../format/symbol';
import { withLoss } from '../../scenario/editsOfDescent';
import {
  withActivation,
  withBiases,
  withInputAdded,
  withLayerAdded,
  withLayerAtEnd,
  withoutInput,
  withoutLayer,
  withoutUnit,
  withUnitAdded,
} from '../../scenario/editsOfShape';
import { activations, losses } from '../../scenario/names';
import { inputCount, unitCount } from '../../scenario/shape';
import type { Activation, Loss, Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { isLocked } from '../presentation/presentation';
import { EditButton } from './EditButton';
import { useShapeEdit } from './edits';
import { headId } from './headFocus';
import styles from './LayerHead.module.css';
import * as reasons from './reasons';

/** What edits the inputs: how many there are. */
export function InputsHead() {
  const { playground } = usePage();
  const edit = useShapeEdit();
  const s = playground.scenario.value;
  return (
    <div id={headId(-1)} tabIndex={-1} class={styles.head} role="group" aria-label={editWords.headOfInputs}>
      <Count
        text={editWords.inputs(inputCount(s))}
        less={editWords.removeLastInput}
        more={editWords.addInput}
        noLess={reasons.noInputLess(s)}
        noMore={reasons.noInputMore(s)}
        onLess={() => edit((now) => withoutInput(now, inputCount(now) - 1))}
        onMore={() => edit(withInputAdded)}
      />
    </div>
  );
}

/** What edits a layer: its activation, how many units it has, whether they have biases, whether it is there at all. */
export function LayerHead({ layer }: { layer: number }) {
  const { playground } = usePage();
  const edit = useShapeEdit();
  const s = playground.scenario.value;
  const shown = s.layers[layer];
  if (!shown) return null;
  const n = layer + 1;
  return (
    <div class={styles.head} role="group" aria-label={editWords.headOf(n)}>
      <select
        id={headId(layer)}
        class={styles.activation}
        aria-label={editWords.activation(n)}
        value={shown.activation}
        disabled={isLocked('net')}
        onChange={(event) => {
          const activation = event.currentTarget.value as Activation;
          void edit((now) => withActivation(now, layer, activation));
        }}
      >
        {activations.map((activation) => {
          const reason = reasons.noActivation(s, layer, activation);
          const name = editWords.activations[activation] ?? activationName(activation);
          return (
            <option key={activation} value={activation} disabled={reason !== undefined}>
              {reason === undefined ? name : editWords.because(name, reason)}
            </option>
          );
        })}
      </select>
      <Count
        text={editWords.units(unitCount(shown))}
        less={editWords.removeLastUnit(n)}
        more={editWords.addUnit(n)}
        noLess={reasons.noUnitLess(s, layer)}
        noMore={reasons.noUnitMore(s, layer)}
        onLess={() => edit((now) => withoutUnit(now, layer, unitCount(now.layers[layer]) - 1))}
        onMore={() => edit((now, draw) => withUnitAdded(now, layer, draw))}
      />
      <span class={styles.row}>
        <label class={styles.bias} title={reasons.noBiases(s, layer)}>
          <input
            type="checkbox"
            aria-label={editWords.biasOf(n)}
            checked={shown.biases !== undefined}
            disabled={isLocked('net') || reasons.noBiases(s, layer) !== undefined}
            onChange={(event) => {
              const biased = event.currentTarget.checked;
              void edit((now) => withBiases(now, layer, biased));
            }}
          />
          {editWords.bias}
        </label>
        <EditButton
          label={editWords.removeLayer(n)}
          reason={reasons.noLayerLess(s, layer)}
          onPress={async () => {
            await edit((now, draw) => withoutLayer(now, layer, draw));
            // The button is gone; what stands in its place is the next layer's, or the last one's.
            const { length } = playground.scenario.peek().layers;
            document.getElementById(headId(Math.min(layer, length - 1)))?.focus();
          }}
        >
          {editWords.remove}
        </EditButton>
      </span>
    </div>
  );
}

/** Between two layers: a place for another. */
export function LayerAdder({ layer, words = false }: { layer: number; words?: boolean }) {
  const { playground } = usePage();
  const edit = useShapeEdit();
  const s = playground.scenario.value;
  const label = editWords.addLayer(layer + 1);
  return (
    <EditButton
      label={label}
      reason={reasons.noLayerBefore(s, layer)}
      onPress={() => edit((now, draw) => withLayerAdded(now, layer, activationBefore(now, layer), draw))}
    >
      {words ? `+ ${editWords.addLayerHere}` : '+'}
    </EditButton>
  );
}

/** Behind the last layer: a place for another. */
export function LayerAdderAtEnd({ words = false }: { words?: boolean }) {
  const { playground } = usePage();
  const edit = useShapeEdit();
  const s = playground.scenario.value;
  return (
    <EditButton
      label={editWords.addLayerAtEnd}
      reason={reasons.noLayerAtEnd(s)}
      onPress={() => edit((now, draw) => withLayerAtEnd(now, activationBefore(now, now.layers.length - 1), draw))}
    >
      {words ? `+ ${editWords.addLayerHere}` : '+'}
    </EditButton>
  );
}

/** A new layer is like its neighbour, unless that is the last, whose activation suits outputs. */
function activationBefore({ layers }: Scenario, layer: number): Activation {
  const neighbour = layers[layer - 1] ?? (layer < layers.length - 1 ? layers[layer] : undefined);
  return neighbour?.activation ?? 'tanh';
}

/** What edits the cost: its loss. */
export function CostHead() {
  const { playground } = usePage();
  const s = playground.scenario.value;
  return (
    <div class={styles.head} role="group" aria-label={editWords.headOfCost}>
      <label class={styles.loss}>
        {editWords.loss}
        <select
          value={s.loss}
          disabled={isLocked('loss')}
          onChange={(event) => playground.edit(withLoss(playground.scenario.peek(), event.currentTarget.value as Loss))}
        >
          {losses.map((loss) => {
            const reason = reasons.noLoss(s, loss);
            const name = editWords.losses[loss];
            return (
              <option key={loss} value={loss} disabled={reason !== undefined}>
                {reason === undefined ? name : editWords.because(name, reason)}
              </option>
            );
          })}
        </select>
      </label>
    </div>
  );
}

/** − 3 units + */
function Count({
  text,
  less,
  more,
  noLess,
  noMore,
  onLess,
  onMore,
}: {
  text: string;
  less: string;
  more: string;
  noLess: string | undefined;
  noMore: string | undefined;
  onLess: () => unknown;
  onMore: () => unknown;
}) {
  return (
    <span class={styles.row}>
      <EditButton label={less} reason={noLess} onPress={onLess}>
        −
      </EditButton>
      <span class={styles.count}>{text}</span>
      <EditButton label={more} reason={noMore} onPress={onMore}>
        +
      </EditButton>
    </span>
  );
}
