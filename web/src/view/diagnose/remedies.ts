/**
 * What may help against a finding: ordinary edits of the document, offered only when the trouble is gone after them, with
 * all that follows from it, and no other has come. Which those are is the engine's word, not a guess of ours.
 */
import type { Finding } from '../../../../bindings/backprop';
import type { WholeEngine } from '../../engine/engine';
import { withAlpha, withParameter, withTarget } from '../../scenario/edits';
import { withActivation } from '../../scenario/editsOfShape';
import { isAllFrozen, parameterAt, parameters } from '../../scenario/refs';
import type { Activation, BiasRef, Scenario } from '../../scenario/types';
import { diagnosed, type Parts } from '../closer/parts';
import { largest } from './overExamples';
import { findingsOf, type Trouble } from './troubles';

export type Remedy = { readonly next: Scenario } & (
  | { readonly kind: 'flip'; readonly layer: number; readonly unit: number }
  | { readonly kind: 'bias'; readonly ref: BiasRef; readonly value: number }
  | { readonly kind: 'activation'; readonly layers: readonly number[]; readonly activation: Activation }
  | { readonly kind: 'activations'; readonly activation: Activation }
  | { readonly kind: 'shrink'; readonly layer: number; readonly unit: number; readonly part: number }
  | { readonly kind: 'fresh'; readonly seed: number }
  | { readonly kind: 'rate'; readonly value: number }
  | { readonly kind: 'target'; readonly output: number; readonly value: number }
  | { readonly kind: 'unfreeze' }
);

const mostOffered = 3;
const once: readonly Remedy['kind'][] = ['activation', 'fresh', 'rate'];

export function* remediesFor(
  engine: WholeEngine,
  s: Scenario,
  all: readonly Trouble[],
  trouble: Trouble,
): Parts<Remedy[]> {
  const before = all.flatMap(findingsOf);
  const offered: Remedy[] = [];
  for (const remedy of yield* candidates(engine, s, trouble.cause, before)) {
    if (offered.length === mostOffered) break;
    // One choice of new weights, and one lower rate, is enough.
    if (once.includes(remedy.kind) && offered.some(({ kind }) => kind === remedy.kind)) continue;
    const after = yield* diagnosed(engine, remedy.next);
    if (after.every((one) => mayStay(one, before, findingsOf(trouble)))) offered.push(remedy);
  }
  return offered;
}

/** What may be wrong still once a remedy has helped: what was so before, of another cause, as long as a step does something. */
function mayStay(one: Finding, before: readonly Finding[], cured: readonly Finding[]): boolean {
  if (one.kind === 'nonFinite' || standsStill(one) || cured.some((old) => isSame(one, old))) return false;
  // A rate that is too large now is one more click away. Where a number is infinite nothing else was looked at.
  return one.kind === 'alphaTooLarge' || before.some(({ kind }) => kind === one.kind || kind === 'nonFinite');
}

const standsStill = ({ kind, steps }: Finding): boolean => kind === 'unreachable' && steps === 0;

/** The same trouble at the same place; a network as a whole can vanish only once. */
const isSame = (a: Finding, b: Finding): boolean =>
  a.kind === b.kind && (a.kind === 'vanishing' || a.kind === 'exploding' || (a.layer === b.layer && a.unit === b.unit));

function* candidates(engine: WholeEngine, s: Scenario, finding: Finding, before: readonly Finding[]): Parts<Remedy[]> {
  const { kind, layer, unit } = finding;
  switch (kind) {
    case 'dead':
      if (layer === undefined || unit === undefined) return [];
      return [
        flipped(s, layer, unit),
        ...(yield* raised(engine, s, layer, unit)),
        ...opened(s, layer, before),
        ...(before.some(standsStill) ? fresh(engine, s) : []),
      ];
    case 'saturated':
      if (layer === undefined || unit === undefined) return [];
      return [...(yield* shrunk(engine, s, layer, unit)), ...fresh(engine, s)];
    case 'vanishing':
      return [...hidden(s, finding), ...fresh(engine, s)];
    case 'exploding':
    case 'nonFinite':
      return fresh(engine, s);
    case 'unreachable':
      if (finding.target !== undefined && unit !== undefined) return reachable(s, finding, unit);
      return [...unfrozen(s), ...slower(s, s.descent.alpha), ...fresh(engine, s)];
    case 'alphaTooLarge':
      return slower(s, finding.value ?? 0);
  }
}

/** Where nothing may change it all may again. */
const unfrozen = (s: Scenario): Remedy[] =>
  isAllFrozen(s)
    ? [{ kind: 'unfreeze', next: { ...s, layers: s.layers.map(({ frozen: _, ...layer }) => layer) } }]
    : [];

/** Every parameter into a unit with the other sign: z with the other sign, so a shut relu opens. */
function flipped(s: Scenario, layer: number, unit: number): Remedy {
  const into = parameters(s).filter((ref) => ref.layer === layer && ref.unit === unit);
  const next = into.reduce((document, ref) => withParameter(document, ref, 0 - parameterAt(s, ref)), s);
  return { kind: 'flip', layer, unit, next };
}

/** Far enough above the kink to see it. */
const clearance = 0.1;

function* raised(engine: WholeEngine, s: Scenario, layer: number, unit: number): Parts<Remedy[]> {
  const ref: BiasRef = { layer, unit, bias: true };
  if (s.layers[layer]?.biases === undefined) return [];
  const value = tidy(parameterAt(s, ref) - (yield* largest(engine, s, layer, unit)).z + clearance, Math.ceil);
  return [{ kind: 'bias', ref, value, next: withParameter(s, ref, value) }];
}

/** |z| at which neither sigmoid nor tanh is flat. */
const gentle = 1.5;

function* shrunk(engine: WholeEngine, s: Scenario, layer: number, unit: number): Parts<Remedy[]> {
  const part = tidy(gentle / (yield* largest(engine, s, layer, unit)).size, Math.floor);
  if (!(part > 0)) return [];
  const into = parameters(s).filter((ref) => ref.layer === layer && ref.unit === unit);
  const next = into.reduce((document, ref) => withParameter(document, ref, tidy(part * parameterAt(s, ref))), s);
  return [{ kind: 'shrink', layer, unit, part, next }];
}

const seeds = [1, 2, 3, 4, 5];

const fresh = (engine: WholeEngine, s: Scenario): Remedy[] =>
  seeds.map((seed) => ({ kind: 'fresh', seed, next: engine.initialise(s, { scheme: 'xavier', seed }) }));

const withActivations = (s: Scenario, layers: readonly number[], activation: Activation): Scenario =>
  layers.reduce((next, layer) => withActivation(next, layer, activation), s);

const withLayersOf = (s: Scenario, layers: readonly number[], activation: Activation): Remedy => ({
  kind: 'activation',
  layers,
  activation,
  next: withActivations(s, layers, activation),
});

/** Activations that pass a gradient on below 0: a hundredth of it, and nearly all of it. */
const open: readonly Activation[] = ['leaky_relu', 'elu'];

/** In the layer of a dead unit alone; where units of other layers are dead too, in all of these at once. */
function opened(s: Scenario, layer: number, before: readonly Finding[]): Remedy[] {
  const dead = before.filter(({ kind }) => kind === 'dead').flatMap((one) => one.layer ?? []);
  const groups = [[layer], ...(dead.some((one) => one !== layer) ? [[...new Set(dead)]] : [])];
  return groups.flatMap((layers) => open.map((activation) => withLayersOf(s, layers, activation)));
}

/** Activations whose slope reaches 1, for all layers but the last. */
const steeper: readonly Activation[] = ['tanh', 'relu'];

function hidden(s: Scenario, { through }: Finding): Remedy[] {
  if (through !== 'slope') return [];
  const layers = [...s.layers.keys()].slice(0, -1);
  return steeper
    .filter((activation) => layers.some((k) => s.layers[k]?.activation !== activation))
    .map((activation) => ({ kind: 'activations', activation, next: withActivations(s, layers, activation) }));
}

function reachable(s: Scenario, finding: Finding, unit: number): Remedy[] {
  const last = s.layers.length - 1;
  const { value, example = 0 } = finding;
  const nearest: Remedy[] =
    value === undefined ? [] : [{ kind: 'target', output: unit, value, next: withTarget(s, example, unit, value) }];
  // A loss of probabilities has no use for outputs beyond 0 and 1.
  if (s.loss === 'binary_cross_entropy' || s.loss === 'cross_entropy') return nearest;
  return [withLayersOf(s, [last], 'identity'), ...nearest];
}

/** Rates below one that is too large: half of it, a quarter, … */
const slower = (s: Scenario, alpha: number): Remedy[] =>
  [2, 4, 8, 16, 32].map((part) => {
    const value = tidy(alpha / part, Math.floor);
    return { kind: 'rate', value, next: withAlpha(s, value) };
  });

/** Two digits, for a number that a person is to read and remember. */
function tidy(value: number, round: (x: number) => number = Math.round): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return unit > 0 ? Number((round(value / unit) * unit).toPrecision(12)) : 0;
}
