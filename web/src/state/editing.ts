/** Edits, documents, undo and redo: whatever puts another run on screen. */
import { batch } from '@preact/signals';
import type { FirstEngine } from '../engine/engine';
import type { Bookmark, Scenario, WrittenScenario } from '../scenario/types';
import { divergence, opened, type Walked } from './descent';
import { type Held, record, show } from './held';
import { redone, undone } from './history';
import type { Listing } from './listing';
import type { Notice } from './notice';
import type { Replay } from './replay';
import { currentSegment, type Run, withEdit } from './run';
import { fitting, type Shown, shownOf } from './shown';

export function createEditing(engine: FirstEngine, replay: Replay, listing: Listing, held: Held) {
  const { run, history, shown, stage, notice } = held;

  /** The parameters of the network that a run shows, and what they belong to. */
  const network = (of: Run): string =>
    JSON.stringify(replay.at(currentSegment(of).start, of.cursor.step).layers, (key, value) =>
      key === 'frozen' ? undefined : value,
    );

  /** Until its update no weight moves in a step that is walked through: whatever moves one ends the walk. */
  const put = (next: Run, choices?: Shown): void => {
    const walked = stage.peek() ?? { phase: 'update' };
    if (walked.phase !== 'update' && network(next) !== network(run.peek())) stage.value = undefined;
    show(held, next, choices);
  };

  const edit = (next: Scenario, gesture?: unknown): boolean => {
    const refused = refusal(() => engine.evaluate(next, fitting(shown.peek(), next).example));
    if (refused) {
      notice.value = refused;
      return false;
    }
    batch(() => {
      notice.value = undefined;
      const goesOn = gesture !== undefined && gesture === held.gesture;
      if (!goesOn) record(held, fitting(shown.peek(), next) !== shown.peek());
      held.gesture = gesture;
      // A gesture that goes on replaces its own edit: it starts again from what was on screen before it.
      put(withEdit((goesOn && history.peek().past?.top.run) || run.peek(), next));
    });
    return true;
  };

  const open = (bookmark: Bookmark<WrittenScenario>, notes: readonly string[] = []): void => {
    let walk: Walked | undefined;
    const refused = refusal(() => {
      const start = listing.listed(bookmark.start);
      engine.evaluate(start, bookmark.example);
      walk = opened(replay, start, bookmark.steps);
    });
    batch(() => {
      notice.value = refused;
      if (!walk) return;
      record(held, true);
      show(held, walk.run, shownOf(bookmark));
      stage.value = undefined;
      held.compared.value = undefined;
      notice.value = divergence(walk) ?? (notes.length > 0 ? { kind: 'notes', notes } : undefined);
    });
  };

  const turn = (way: typeof undone): void => {
    const turned = way(history.peek(), { run: run.peek(), shown: shown.peek() });
    if (turned === undefined) return;
    batch(() => {
      notice.value = undefined;
      history.value = turned.history;
      put(turned.moment.run, turned.moment.shown);
    });
  };

  return { edit, open, undo: () => turn(undone), redo: () => turn(redone) };
}

/** The notice to give when the engine refuses; any other error is a fault of ours and goes on. */
function refusal(ask: () => void): Notice | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ScenarioError') throw error;
    const path = 'path' in error ? String(error.path) : '';
    return { kind: 'refused', path, message: error.message };
  }
}
