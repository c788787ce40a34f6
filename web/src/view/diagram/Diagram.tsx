import { useMemo, useRef } from 'preact/hooks';
import { strings } from '../../format/strings';
import { isParameter, isWeight, parameterAt } from '../../scenario/refs';
import type { ParameterRef } from '../../scenario/types';
import { linkTo, runsAlong, sameLink, usePage } from '../context';
import { useWidth } from '../useWidth';
import { Cost } from './Cost';
import styles from './Diagram.module.css';
import { GivenInput } from './GivenInput';
import { type ChosenLane, type LanePlace, layout } from './layout';
import { Neuron } from './Neuron';
import { NeuronLabels } from './NeuronLabels';
import { shapeOf } from './shapeOf';
import { WeightChip } from './WeightChip';

const refOf = ({ layer, unit, input }: LanePlace): ParameterRef =>
  input === undefined ? { layer, unit, bias: true } : { layer, unit, input };

/** Line width for a weight: grows with its size, ever more slowly. */
const thickness = (weight: number): number => 1.2 + Math.min(6, 3 * Math.log2(1 + Math.abs(weight)));

/** The network: inputs, weights, neurons and cost, with forward values and backward derivatives on the picture. */
export function Diagram() {
  const { playground, links, known, lit } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const scenario = playground.scenario.value;
  const pick = playground.pick.value;
  const chosen: ChosenLane | undefined = isParameter(pick)
    ? { layer: pick.layer, unit: pick.unit, input: isWeight(pick) ? pick.input : undefined }
    : undefined;
  const shapeKey = JSON.stringify([shapeOf(scenario), chosen, width]);
  const places = useMemo(() => layout(shapeOf(scenario), width, chosen), [shapeKey]);

  return (
    <section class={styles.frame} ref={frame} aria-label={strings.network.scroll}>
      {width > 0 && (
        <div class={styles.canvas} style={{ width: `${places.width}px`, height: `${places.height}px` }}>
          <svg class={styles.drawing} width={places.width} height={places.height} aria-hidden="true">
            <defs>
              <marker
                id="ahead"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0.5L8 4L0 7.5z" class={styles.headForward} />
              </marker>
              <marker
                id="backwards"
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0.5L8 4L0 7.5z" class={styles.headBackward} />
              </marker>
            </defs>
            {places.lanes.map((lane) => (
              <Lane key={laneKey(lane)} lane={lane} weight={parameterAt(scenario, refOf(lane))} />
            ))}
            {places.outputs.map((edge, i) => {
              const link = linkTo(links.value, { kind: 'C' });
              const here = link?.by.kind === 'a' && link.by.unit === i && link.parts.length === 0 ? link : undefined;
              return (
                <g key={i}>
                  {here && (
                    <path
                      d={edge.path}
                      class={styles.halo}
                      data-tint={here.tint}
                      data-lit={sameLink(lit.value, here)}
                    />
                  )}
                  <path d={edge.path} class={styles.edge} stroke-width={1.5} marker-end="url(#ahead)" />
                  {known.value.backward && <path d={edge.back} class={styles.back} marker-end="url(#backwards)" />}
                </g>
              );
            })}
            {places.units.flat().map((place) => (
              <Neuron key={`${place.layer}.${place.unit}`} place={place} />
            ))}
          </svg>
          {places.inputs.map((box, input) => (
            <GivenInput key={input} box={box} input={input} />
          ))}
          {places.lanes.map(
            (lane) =>
              lane.chip && <WeightChip key={laneKey(lane)} box={lane.chip} at={refOf(lane)} flow={places.flow} />,
          )}
          {places.units.flat().map((place) => (
            <NeuronLabels key={`${place.layer}.${place.unit}`} place={place} flow={places.flow} />
          ))}
          <Cost box={places.cost} />
        </div>
      )}
    </section>
  );
}

const laneKey = (lane: LanePlace) => `${lane.layer}.${lane.unit}.${lane.input ?? 'b'}`;

/** One edge: the value runs forward along it, the derivative back beside it. Dashes tell a negative weight. */
function Lane({ lane, weight }: { lane: LanePlace; weight: number }) {
  const { playground, links, known, lit } = usePage();
  const at = refOf(lane);
  const link = linkTo(links.value, { kind: 'a', layer: lane.layer, unit: lane.unit });
  const passes = link !== undefined && runsAlong(link, at);
  const choose = () => playground.choose(at);
  return (
    <g>
      {passes && <path d={lane.path} class={styles.halo} data-tint={link.tint} data-lit={sameLink(lit.value, link)} />}
      <path
        d={lane.path}
        class={styles.edge}
        stroke-width={thickness(weight).toFixed(1)}
        stroke-dasharray={weight < 0 ? '7 4' : undefined}
        marker-end="url(#ahead)"
      />
      {known.value.backward && lane.back && <path d={lane.back} class={styles.back} marker-end="url(#backwards)" />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: choosing is also on the chip and in the chain rule panel, for keys */}
      {!lane.chip && <path d={lane.path} class={styles.grip} onClick={choose} />}
    </g>
  );
}
