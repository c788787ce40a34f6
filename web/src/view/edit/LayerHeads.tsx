import { editWords } from '../../format/strings/edit';
import { withoutInput, withoutUnit } from '../../scenario/editsOfShape';
import type { Scenario } from '../../scenario/types';
import type { Layout } from '../diagram/layout';
import { headHeight } from '../diagram/measures';
import { textScale } from '../theme/textScale';
import { EditButton } from './EditButton';
import { useShapeEdit } from './edits';
import { focusInstead, headId } from './headFocus';
import { CostHead, InputsHead, LayerAdder, LayerAdderAtEnd, LayerHead } from './LayerHead';
import styles from './LayerHeads.module.css';
import { headsOf } from './placing';

/** In the drawing itself: a head for the inputs, for each layer and for the cost, a place for a layer between, and ✕ on units. */
export function LayerHeads({ places }: { places: Layout }) {
  const { inputs, layers, cost } = headsOf(places, headHeight * textScale.value);
  const down = places.flow === 'down';
  return (
    <>
      <div class={`${styles.place} ${styles.end}`} style={inputs}>
        <InputsHead />
      </div>
      {layers.map((style, layer) => (
        <div key={layer} class={`${styles.place} ${down ? styles.down : styles.right}`} style={style}>
          <LayerAdder layer={layer} words={down} />
          <LayerHead layer={layer} />
          {!down && layer === layers.length - 1 && <LayerAdderAtEnd />}
        </div>
      ))}
      <div class={`${styles.place} ${styles.end}`} style={cost}>
        {down && <LayerAdderAtEnd words />}
        <CostHead />
      </div>
      <Removers places={places} />
    </>
  );
}

/** ✕ on each input and unit that is not the only one; small units have it among the numbers told on demand. */
function Removers({ places }: { places: Layout }) {
  const edit = useShapeEdit();
  const remove = async (layer: number, without: (s: Scenario) => Scenario) => {
    await edit(without);
    focusInstead(headId(layer));
  };
  return (
    <>
      {places.inputs.length > 1 &&
        places.inputs.map((box, input) => (
          <span key={input} class={styles.remover} style={corner(box.x + box.width / 2, box.y - box.height / 2)}>
            <EditButton
              label={editWords.removeInput(input + 1)}
              onPress={() => remove(-1, (s) => withoutInput(s, input))}
            >
              ✕
            </EditButton>
          </span>
        ))}
      {places.units.map(
        (units) =>
          units.length > 1 &&
          units.map(
            ({ layer, unit, x, y, radius, small }) =>
              !small && (
                <span key={unit} class={styles.remover} style={corner(x + 0.85 * radius, y + 0.6 * radius)}>
                  <EditButton
                    label={editWords.removeUnit(unit + 1, layer + 1)}
                    onPress={() => remove(layer, (s) => withoutUnit(s, layer, unit))}
                  >
                    ✕
                  </EditButton>
                </span>
              ),
          ),
      )}
    </>
  );
}

const corner = (x: number, y: number) => ({ left: `${x}px`, top: `${y}px` });
