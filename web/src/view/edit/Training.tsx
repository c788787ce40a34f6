import { useSignal } from '@preact/signals';
import { editWords } from '../../format/strings/edit';
import { type DescentKey, defaultOf, withDescentNumber, withRule } from '../../scenario/editsOfDescent';
import { withWeightsDrawn } from '../../scenario/editsOfShape';
import { limits } from '../../scenario/limits';
import { ruleNumbers, rules } from '../../scenario/names';
import type { Rule } from '../../scenario/types';
import type { Scheme } from '../../state/freshWeights';
import { usePage } from '../context';
import { tools } from '../network/tools';
import { isLocked } from '../presentation/presentation';
import { belowOne, inWhole, notNegative, positive } from './checks';
import { fresh, useShapeEdit } from './edits';
import { LayerList } from './LayerList';
import { SettingField } from './SettingField';
import styles from './Training.module.css';

const { training } = editWords;

const checks: Readonly<Record<keyof typeof training.numbers, (value: number) => string | undefined>> = {
  momentum: belowOne,
  beta1: belowOne,
  beta2: belowOne,
  smoothing: belowOne,
  epsilon: positive,
  weightDecay: notNegative,
  l1: notNegative,
  l2: notNegative,
  batch: notNegative,
  seed: inWhole(0, limits.seed),
};

/** What the drawing does not show: the rule and its numbers, and how new weights are drawn. */
export function Training() {
  return (
    <div class={styles.panel} data-panel>
      {tools.face.value === 'table' && <LayerList />}
      <Descent />
      <FreshWeights />
      <Title />
    </div>
  );
}

function Descent() {
  const { playground } = usePage();
  const s = playground.scenario.value;
  const { descent } = s;
  const keys = Object.keys(ruleNumbers[descent.rule]) as DescentKey[];
  return (
    <fieldset class={styles.group}>
      <legend>{training.heading}</legend>
      <label class={styles.choice}>
        {training.rule}
        <select
          value={descent.rule}
          disabled={isLocked('rule')}
          onChange={(event) => playground.edit(withRule(playground.scenario.peek(), event.currentTarget.value as Rule))}
        >
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {editWords.rules[rule]}
            </option>
          ))}
        </select>
      </label>
      {[...keys, 'batch', 'seed', 'l1', 'l2'].map((key) => (
        <DescentNumber key={`${descent.rule} ${key}`} of={key as DescentKey} />
      ))}
      <small>{training.rate(playground.notation.value.rate)}</small>
    </fieldset>
  );
}

function DescentNumber({ of: key }: { of: DescentKey }) {
  const { playground } = usePage();
  const { descent, examples } = playground.scenario.value;
  const standard = defaultOf(descent.rule, key);
  const empties: Readonly<Record<string, string>> = { batch: training.all, seed: training.none };
  return (
    <SettingField
      label={training.numbers[key]}
      meaning={training.meaning[key]}
      value={descent[key] ?? standard}
      empty={empties[key] ?? String(standard)}
      expects={key === 'batch' ? inWhole(1, examples.length) : checks[key]}
      disabled={isLocked('rule')}
      onSet={(value) => playground.edit(withDescentNumber(playground.scenario.peek(), key, value))}
    />
  );
}

const schemes = Object.keys(editWords.fresh.schemes) as Scheme[];

function FreshWeights() {
  const edit = useShapeEdit();
  const words = editWords.fresh;
  const { scheme, seed } = fresh.value;
  return (
    <fieldset class={styles.group}>
      <legend>{words.heading}</legend>
      <label class={styles.choice}>
        {words.scheme}
        <select
          value={scheme}
          onChange={(event) => {
            fresh.value = { scheme: event.currentTarget.value as Scheme, seed };
          }}
        >
          {schemes.map((name) => (
            <option key={name} value={name}>
              {words.schemes[name]}
            </option>
          ))}
        </select>
      </label>
      <SettingField
        label={words.seed}
        value={seed}
        empty="1"
        expects={inWhole(0, limits.seed)}
        onSet={(next) => {
          fresh.value = { scheme, seed: next ?? 1 };
        }}
      />
      <button type="button" disabled={isLocked('w')} onClick={() => edit(withWeightsDrawn)}>
        {words.all}
      </button>
      <small class={styles.lead}>{words.lead}</small>
    </fieldset>
  );
}

function Title() {
  const { playground } = usePage();
  const title = useSignal<string | undefined>(undefined);
  return (
    <div class={styles.group}>
      <label class={styles.choice}>
        {editWords.title}
        <input
          class={styles.title}
          type="text"
          disabled={isLocked('net')}
          value={title.value ?? playground.scenario.value.title ?? ''}
          onInput={(event) => {
            title.value = event.currentTarget.value;
          }}
          onChange={(event) => {
            const { title: _, ...rest } = playground.scenario.peek();
            const text = event.currentTarget.value.trim();
            playground.edit(text === '' ? rest : { ...rest, title: text });
            title.value = undefined;
          }}
        />
      </label>
    </div>
  );
}
