import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Quantity } from '../../../../bindings/backprop';
import { meaningOf } from '../../format/meaning';
import { meaningWords } from '../../format/strings/meaning';
import { activationName, inputOf, quantityOf, targetGlyph } from '../../format/symbol';
import { usePage } from '../context';
import { Derivative, GlyphMark, Mark } from '../math/Symbol';
import { prediction } from '../math/symbols';
import styles from './Glossary.module.css';

/** Every kind of symbol on the page in plain words, told of the neuron that the chosen parameter belongs to. */
export function Glossary() {
  const { playground, writing } = usePage();
  const notation = playground.notation.value;
  const pick = quantityOf(playground.pick.value);
  const at = { layer: pick.layer ?? 0, unit: pick.unit ?? 0 };
  const a: Quantity = { kind: 'a', ...at };
  const z: Quantity = { kind: 'z', ...at };
  const cost: Quantity = { kind: 'C' };
  const activation = useComputed(() => playground.scenario.value.layers[at.layer]?.activation ?? 'identity').value;
  const input: Quantity[] = pick.kind === 'w' ? [inputOf(pick)] : [];
  return (
    <details class={styles.glossary}>
      <summary>{meaningWords.heading}</summary>
      <p>{meaningWords.rounded(notation.digits)}</p>
      <dl>
        {[...input, pick, z, ...(pick.kind === 'a' ? [] : [a]), cost].map((q) => (
          <Entry key={q.kind} term={<Mark of={q} />}>
            {meaningOf(q, writing.value)}
          </Entry>
        ))}
        <Entry term={<GlyphMark glyph={prediction} />}>{meaningWords.prediction}</Entry>
        <Entry term={<GlyphMark glyph={targetGlyph(0, writing.value)} />}>{meaningWords.target}</Entry>
        <Entry term={<i>{notation.rate}</i>}>{meaningWords.rate}</Entry>
        <Entry term={`${activationName(activation)}′`}>{meaningWords.slope}</Entry>
        <Entry term={<Derivative of={cost} by={pick} />}>{meaningWords.gradient(notation.cost)}</Entry>
        <Entry term={<Derivative of={a} by={pick.kind === 'a' ? z : pick} />}>{meaningWords.link}</Entry>
      </dl>
    </details>
  );
}

function Entry({ term, children }: { term: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
