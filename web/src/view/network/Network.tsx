import { briefText, formatNumber } from '../../format/number';
import { strings } from '../../format/strings';
import { glyphText, quantityOf, targetGlyph, text } from '../../format/symbol';
import { movableParameters, movesAny } from '../../scenario/refs';
import { usePage } from '../context';
import { PhaseLine } from '../descent/Phases';
import { Diagram } from '../diagram/Diagram';
import { lookFor } from '../examples/lookFor';
import { Icon } from '../Icon';
import { lazy } from '../lazy';
import { Welcome } from '../welcome/Welcome';
import styles from './Network.module.css';
import { tools } from './tools';

const Tools = lazy(() => import('../tools/Tools').then((m) => m.Tools));
const Tables = lazy(() => import('../table/Tables').then((m) => m.Tables));
const Training = lazy(() => import('../edit/Training').then((m) => m.Training));
const ExampleTable = lazy(() => import('../data/ExampleTable').then((m) => m.ExampleTable));
const ExampleSwitch = lazy(() => import('./ExampleSwitch').then((m) => m.ExampleSwitch));
const LookFor = lazy(() => import('../examples/LookFor').then((m) => m.LookFor));
const Guide = lazy(() => import('../guide/Guide').then((m) => m.Guide));

/** As many names as a sentence bears. */
const mostNames = 4;

/** The network's card: what is given and what may change, the drawing, and how to read it. */
export function Network() {
  const { guide } = usePage();
  return (
    <section class="card" aria-labelledby="network-heading">
      <h2 id="network-heading" class="visually-hidden">
        {strings.network.heading}
      </h2>
      <div class={styles.lines}>
        <Given />
        <Welcome />
        {lookFor.value && <LookFor />}
        <PhaseLine where="far" />
        <div class={styles.tools}>
          <Tools />
        </div>
      </div>
      {tools.face.value === 'table' ? <Tables /> : <Diagram />}
      {tools.editing.value && <Training />}
      {tools.examples.value && <ExampleTable />}
      {guide.scene.value.kind !== 'away' && <Guide />}
      {tools.face.value === 'drawing' && <Legend />}
    </section>
  );
}

/** The note's sentence, alive: what is given, what the network says, what may change. */
function Given() {
  const { playground, writing, known } = usePage();
  const scenario = playground.scenario.value;
  const notation = playground.notation.value;
  const index = playground.example.value;
  const example = scenario.examples[index];
  if (!example) return null;
  const outputs = [...playground.evaluation.value.outputs].map((a) => formatNumber(a, notation));
  const movable = movableParameters(scenario, mostNames + 1);
  const few = example.inputs.length <= mostNames && example.targets.length <= mostNames;
  return (
    <div class={styles.given} data-part="given">
      <p>
        {few &&
          `${strings.network.given(
            example.inputs.map(
              (x, input) => `${text({ kind: 'x', layer: 0, input }, writing.value)} = ${briefText(x, notation)}`,
            ),
            example.targets.map((y, output) =>
              strings.network.shouldBe(glyphText(targetGlyph(output, writing.value)), briefText(y, notation)),
            ),
          )} `}
        {few && !known.value.walking && `${strings.network.says(outputs)} `}
        <b>
          {movable.length <= mostNames
            ? strings.network.mayChange(movable.map((ref) => text(quantityOf(ref), writing.value)))
            : strings.network.mayChangeKinds(movesAny(scenario, 'weights'), movesAny(scenario, 'biases'))}
        </b>
      </p>
      {scenario.examples.length > 1 && (
        <span class={styles.examples}>
          <ExampleSwitch />
        </span>
      )}
    </div>
  );
}

function Legend() {
  const { known, playground, writing } = usePage();
  const { units, weights } = tools.leftOut.value;
  return (
    <ul class={styles.legend} data-part="diagram">
      <li>
        <span class={styles.forward} aria-hidden="true" /> {strings.network.legendForward}
      </li>
      {known.value.drawnBack(writing.value.depth - 1) && (
        <>
          <li>
            <span class={styles.backward} aria-hidden="true" />{' '}
            {strings.network.legendBackward(playground.notation.value.cost)}
          </li>
          <li>
            <span class={styles.tangent} aria-hidden="true" /> {strings.network.legendSlope}
          </li>
        </>
      )}
      <li>
        {known.value.update ? (
          <>
            <span class={styles.changeable} aria-hidden="true" /> {strings.network.legendChangeable}
          </>
        ) : (
          <>
            <Icon name="lock" /> {strings.network.legendLocked}
          </>
        )}
      </li>
      <li>
        <span class={styles.fixed} aria-hidden="true" /> {strings.network.legendGiven}
      </li>
      {units && (
        <li>
          <span class={styles.small} aria-hidden="true" /> {strings.network.legendSmall}
        </li>
      )}
      {weights && (
        <li>
          <span class={styles.bare} aria-hidden="true" /> {strings.network.legendBare}
        </li>
      )}
    </ul>
  );
}
