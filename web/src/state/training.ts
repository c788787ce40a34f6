/** Descent as the reader drives it: steps, Play, phases, and walking back over what is known. */
import { batch } from '@preact/signals';
import type { Ahead } from './ahead';
import { divergence, walked } from './descent';
import { type Held, record } from './held';
import { stageAfter, stagesOf } from './phase';
import { createPlayer, type Schedule } from './player';
import type { Replay } from './replay';
import { currentSegment, withPosition, withStep } from './run';
import { mostWork, workOfStep } from './work';

/**
 * @param isDrawn whether what the step before has changed is on screen
 * @param loadAhead for a step that is too much work for a frame; it is taken at once where that fails
 */
export function createTraining(
  replay: Replay,
  held: Held,
  schedule: Schedule,
  clock: () => number,
  isDrawn: () => boolean,
  loadAhead: () => Promise<Ahead>,
) {
  const { run, stage, notice } = held;
  /** False until the Play that is going on has its undo entry. */
  let playRecorded = false;

  const player = createPlayer(
    (steps) => {
      const walk = walked(replay, run.peek(), steps);
      batch(() => {
        if (!playRecorded && walk.run !== run.peek()) {
          record(held);
          playRecorded = true;
        }
        run.value = walk.run;
        if (walk.diverged) notice.value = divergence(walk);
      });
      return walk.diverged === undefined;
    },
    schedule,
    clock,
    () => (isDrawn() ? stepsAtOnce() : 0),
  );

  let ahead: Ahead | undefined;
  /** How many steps can be taken without keeping the page from answering; 0 while the next one is being computed. */
  const stepsAtOnce = (): number => {
    const { start } = currentSegment(run.peek());
    if (workOfStep(start) <= mostWork) return Number.POSITIVE_INFINITY;
    if (!ahead) {
      ahead = () => false;
      const atOnce: Ahead = () => true;
      void loadAhead()
        .catch(() => atOnce)
        .then((loaded) => {
          ahead = loaded;
        });
    }
    return ahead(replay, start, run.peek().cursor.step + 1) ? 1 : 0;
  };

  const depth = () => currentSegment(run.peek()).start.layers.length;

  const step = (count = 1): void => {
    if (!Number.isInteger(count) || count < 1) return;
    if (stepsAtOnce() < count) {
      play(count);
      return;
    }
    const walk = walked(replay, run.peek(), count);
    batch(() => {
      if (walk.run !== run.peek()) {
        record(held);
        if (stage.peek()) stage.value = stagesOf(depth())[0];
      }
      run.value = walk.run;
      notice.value = divergence(walk);
    });
  };

  const toStep = (step: number): void => {
    run.value = withStep(run.peek(), step);
  };

  const play = (total?: number): void => {
    if (player.playing.peek() || !(total === undefined || (Number.isInteger(total) && total > 0))) return;
    batch(() => {
      playRecorded = false;
      held.gesture = undefined;
      stage.value = undefined;
      notice.value = undefined;
      player.play(total);
    });
  };

  return {
    playing: player.playing,
    speed: player.speed,
    goal: player.goal,
    setSpeed: player.setSpeed,
    pause: player.pause,
    play,
    /** An edit while Play goes on is an undo entry; the steps after it belong to that entry. */
    keepEntry: () => {
      playRecorded = true;
    },
    step,
    reset: () => toStep(0),
    /** To a position of the timeline, clamped to it. */
    seek: (position: number) => {
      if (!Number.isNaN(position)) run.value = withPosition(run.peek(), position);
    },
    nextStage: () => {
      const current = stage.peek();
      const next = current === undefined ? stagesOf(depth())[0] : stageAfter(current, depth(), 1);
      if (next === undefined) step();
      else stage.value = next;
    },
    previousStage: () => {
      const current = stage.peek();
      const { step } = run.peek().cursor;
      if (current === undefined) return;
      const before = stageAfter(current, depth(), -1);
      batch(() => {
        if (before !== undefined) stage.value = before;
        else if (step > 0) {
          toStep(step - 1);
          stage.value = { phase: 'update' };
        }
      });
    },
  };
}
