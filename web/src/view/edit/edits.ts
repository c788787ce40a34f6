/** Editing the shape of the network on screen: each edit one undo entry, and a line that says what happened or why not. */
import { signal } from '@preact/signals';
import { editWords } from '../../format/strings/edit';
import type { Draw } from '../../scenario/drafts';
import { presets } from '../../scenario/presets';
import type { Scenario } from '../../scenario/types';
import { type Scheme, withFreshWeights } from '../../state/freshWeights';
import { usePage } from '../context';

/** How new weights are drawn. */
export const fresh = signal<{ readonly scheme: Scheme; readonly seed: number }>({ scheme: 'xavier', seed: 1 });

/** The last thing worth saying about an edit, and the network that it is about: with another one on screen it is old. */
export const said = signal<{ readonly words: string; readonly about: Scenario } | undefined>(undefined);

const presetTitles: readonly (string | undefined)[] = Object.values(presets).map(({ title }) => title);

/** A built-in title tells the shape; it goes when that changes. */
function withoutPresetTitle(s: Scenario): Scenario {
  if (!presetTitles.includes(s.title)) return s;
  const { title: _, ...rest } = s;
  return rest;
}

/**
 * What puts an edited shape on screen, and tells whether it could. `edit` must be pure: it is asked more than once.
 */
export function useShapeEdit(): (edit: (s: Scenario, draw: Draw) => Scenario) => Promise<boolean> {
  const { playground, wholeEngine } = usePage();
  const now = () => playground.scenario.peek();
  const show = (next: Scenario, words?: string) => {
    if (next !== now()) playground.edit(withoutPresetTitle(next));
    said.value = words === undefined ? undefined : { words, about: now() };
  };
  return async (edit) => {
    // Most edits draw nothing, and need nothing that would have to be fetched.
    let draws = false;
    const plain = edit(now(), (s) => {
      draws = true;
      return s;
    });
    if (!draws) {
      show(plain);
      return true;
    }
    const engine = await wholeEngine().catch((error) => {
      const words = editWords.fresh.failed(error instanceof Error ? error.message : String(error));
      said.value = { words, about: now() };
    });
    if (!engine) return false;
    const { scheme, seed: asked } = fresh.peek();
    const before = now();
    const { scenario, seed } = withFreshWeights(engine, { scheme, seed: asked }, (draw) => edit(before, draw));
    show(scenario, drawn(scheme, seed, asked));
    return true;
  };
}

function drawn(scheme: Scheme, seed: number, asked: number): string {
  const words = editWords.fresh;
  if (scheme === 'zeros') return words.zeros;
  return seed === asked ? words.drawn(words.schemes[scheme], seed) : words.movedOn(words.schemes[scheme], seed, asked);
}
