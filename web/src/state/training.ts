/** Descent as the reader drives it: steps, Play, phases, and walking back over what is known. */
import { batch } from '@preact/signals';
import { divergence, walked } from './descent';
import { type Held, record } from './held';
import { phaseAfter, phaseBefore } from './phase';
import { createPlayer, type Schedule } from './player';
import type { Replay } from './replay';
import { withPosition, withStep } from './run';

export function createTraining(replay: Replay, held: Held, schedule: Schedule, clock: () => number) {
  const { run, phase, notice } = held;
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
  );

  const step = (count = 1): void => {
    if (!Number.isInteger(count) || count < 1) return;
    const walk = walked(replay, run.peek(), count);
    batch(() => {
      if (walk.run !== run.peek()) {
        record(held);
        if (phase.peek()) phase.value = 'forward';
      }
      run.value = walk.run;
      notice.value = divergence(walk);
    });
  };

  const toStep = (step: number): void => {
    run.value = withStep(run.peek(), step);
  };

  return {
    playing: player.playing,
    speed: player.speed,
    setSpeed: player.setSpeed,
    pause: player.pause,
    play: () => {
      if (player.playing.peek()) return;
      batch(() => {
        playRecorded = false;
        held.gesture = undefined;
        phase.value = undefined;
        notice.value = undefined;
        player.play();
      });
    },
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
    nextPhase: () => {
      const current = phase.peek();
      const next = current === undefined ? 'forward' : phaseAfter(current);
      if (next === undefined) step();
      else phase.value = next;
    },
    previousPhase: () => {
      const current = phase.peek();
      const { step } = run.peek().cursor;
      if (current === undefined) return;
      const before = phaseBefore(current);
      batch(() => {
        if (before !== undefined) phase.value = before;
        else if (step > 0) {
          toStep(step - 1);
          phase.value = 'update';
        }
      });
    },
  };
}
