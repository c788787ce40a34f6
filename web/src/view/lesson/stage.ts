/** What a page of a lesson does to the rest of the page, for as long as it is open: hides, locks, opens, marks, lights. */
import './stage.css';
import { effect, type Signal, signal } from '@preact/signals';
import type { Part } from '../../../../bindings/backprop';
import { readPresentation, withoutShown } from '../../embed/presentation';
import { litBy } from '../../lesson/quantity';
import type { Page } from '../../lesson/types';
import type { PageState } from '../context';
import { tools } from '../network/tools';
import { show, shut } from '../presentation/dress';
import { followPresentation } from '../presentation/follow';
import { overlaid } from '../presentation/presentation';
import type { By } from './opened';
import { bringInSight } from './sight';

interface Stage {
  set(page: Page, by: By): void;
  /** Once the page's network is on screen. */
  light(page: Page): void;
  clear(): void;
}

export function createStage(page: PageState): Stage {
  const { closer, lit, unguarded } = page;
  const { dataset } = document.documentElement;
  const highlight = signal<readonly Part[]>([]);
  /** What opens and closes; takes back what the lesson's page has opened or closed, unless the reader has since. */
  const opening: readonly Signal<unknown>[] = [closer, tools.face, tools.editing, tools.examples];
  let restore = () => {};
  let wanted = new AbortController();

  // What the page lights stays lit while the reader touches nothing.
  effect(() => {
    if (lit.value.length === 0 && highlight.value.length > 0) lit.value = highlight.value;
  });
  const light = (parts: readonly Part[]) => {
    if (lit.peek() === highlight.peek()) lit.value = parts;
    highlight.value = parts;
  };

  const takeBack = () => {
    wanted.abort();
    restore();
    restore = () => {};
    delete dataset['about'];
    light([]);
  };

  return {
    set: ({ panel, hide, show: shown, lock }, by) => {
      followPresentation(page.playground, unguarded);
      takeBack();
      overlaid.value = (asked) => {
        const now = asked ?? readPresentation('');
        return {
          ...now,
          hidden: withoutShown([...now.hidden, ...hide], shown),
          locked: [...new Set([...now.locked, ...lock])],
        };
      };
      restore = changing(opening, () => {
        shut(hide.filter((id) => !shown.includes(id)));
        show(page, [...(panel ? [panel] : []), ...shown]);
      });
      wanted = new AbortController();
      // A page that names no view speaks of the network, which a visit begins with.
      if (by === 'reader' || (by === 'visit' && panel)) void bringInSight(panel ?? 'network', wanted.signal);
      if (panel) dataset['about'] = panel;
    },
    light: (of) => light(of.highlight.flatMap((q) => litBy(q, unguarded.scenario.peek()))),
    clear: () => {
      takeBack();
      overlaid.value = undefined;
    },
  };
}

/** Returns what takes the change of each signal back, where it is still as the change has left it. */
function changing(signals: readonly Signal<unknown>[], change: () => void): () => void {
  const before = signals.map((of) => of.peek());
  change();
  const after = signals.map((of) => of.peek());
  return () => {
    for (const [k, of] of signals.entries()) if (of.peek() === after[k]) of.value = before[k];
  };
}
