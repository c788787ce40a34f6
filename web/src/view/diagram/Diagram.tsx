import { Fragment } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { isParameter, isWeight } from '../../scenario/refs';
import { usePage } from '../context';
import { lazy } from '../lazy';
import { tools } from '../network/tools';
import { textScale } from '../theme/textScale';
import { useWidth } from '../useWidth';
import { Cost } from './Cost';
import styles from './Diagram.module.css';
import { CostEdge, Edges } from './Edges';
import { GivenInput } from './GivenInput';
import { laneKey, refOf } from './lane';
import { type ChosenLane, layout } from './layout';
import { Neuron } from './Neuron';
import { NeuronLabels } from './NeuronLabels';
import { useShape } from './useShape';
import { WeightChip } from './WeightChip';

const LayerHeads = lazy(() => import('../edit/LayerHeads').then((m) => m.LayerHeads));
const OnDemand = lazy(() => import('../tools/OnDemand').then((m) => m.OnDemand));

/** A drawing higher than this, in pixels, scrolls in a frame of its own. */
const tallest = 1400;

/** Left and right of the drawing, for the frame around what is lit. */
const margin = 4;

/** The network: inputs, weights, neurons and cost, with forward values and backward derivatives on the picture. */
export function Diagram() {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame) - 2 * margin;
  const zoom = tools.zoom.value;
  const editing = tools.editing.value;
  // Made smaller there is more room to lay it out in; made larger it keeps its layout and scrolls.
  const room = Math.floor(width / Math.min(1, zoom));
  const places = usePlaces(room, editing);
  const fit = fitting(places.width, room);
  const units = places.units.flat();
  const beyond = fit * places.width - room;
  // Where it flows down, a chain runs through the middle.
  const middle = places.flow === 'down' ? beyond / 2 : 0;
  useLayoutEffect(() => {
    if (middle > 0 && frame.current) frame.current.scrollLeft = middle;
  }, [middle > 0]);
  return (
    <section
      class={styles.frame}
      data-part="diagram"
      ref={frame}
      aria-label={strings.network.scroll}
      data-tall={places.flow === 'right' && places.height * zoom > tallest}
      data-editing={editing && places.flow}
    >
      {width > 0 && (
        <div
          class={styles.canvas}
          style={{ width: `${places.width}px`, height: `${places.height}px`, zoom: zoom * fit }}
        >
          <svg class={styles.drawing} width={places.width} height={places.height} aria-hidden="true">
            <Heads />
            <Edges lanes={places.lanes} />
            {places.outputs.map((edge, output) => (
              <CostEdge key={output} edge={edge} output={output} />
            ))}
            {units.map((place) => (
              <Neuron key={`${place.layer}.${place.unit}`} place={place} />
            ))}
          </svg>
          {places.inputs.map((box, input) => (
            <GivenInput key={input} box={box} input={input} />
          ))}
          {places.units.map((layer, k) => (
            <Fragment key={k}>
              {places.lanes.map(
                (lane) =>
                  lane.layer === k &&
                  lane.chip && <WeightChip key={laneKey(lane)} box={lane.chip} at={refOf(lane)} flow={places.flow} />,
              )}
              {layer.map((place) => (
                <NeuronLabels key={place.unit} place={place} manner={places.manner} />
              ))}
            </Fragment>
          ))}
          <Cost box={places.cost} stacked={places.stacked} />
          {editing && <LayerHeads places={places} />}
          <OnDemand places={places} beyond={beyond >= 1} frame={frame} />
        </div>
      )}
    </section>
  );
}

/** So much smaller a drawing that is a little too wide may be, for its numbers to be read and its buttons to be hit. */
const leastFit = 0.85;

/** Factor that fits a width into the room; 1 where it fits, or where it would take too small a one. */
function fitting(width: number, room: number): number {
  const fit = Math.min(1, room / width);
  return fit < leastFit ? 1 : fit;
}

/** The layout, made anew only when the shape, the width or the choice changes, not when a number does. */
function usePlaces(width: number, editing: boolean) {
  const { playground } = usePage();
  const shape = useShape();
  const pick = playground.pick.value;
  const chosen: ChosenLane | undefined = isParameter(pick)
    ? { layer: pick.layer, unit: pick.unit, input: isWeight(pick) ? pick.input : undefined }
    : undefined;
  const { digits } = playground.notation.value;
  const scale = textScale.value;
  const key = JSON.stringify([shape, width, chosen, digits, editing, scale]);
  return useMemo(() => layout(shape, width, chosen, digits, editing, scale), [key]);
}

/** Arrow heads: filled forwards and backwards, each in its colour. */
function Heads() {
  return (
    <defs>
      <Head id="ahead" class={styles.headForward} size={8} />
      <Head id="backwards" class={styles.headBackward} size={9} />
    </defs>
  );
}

function Head({ id, size, ...shape }: { id: string; size: number; class: string | undefined }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth={size}
      markerHeight={size}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.5L8 4L0 7.5z" {...shape} />
    </marker>
  );
}
