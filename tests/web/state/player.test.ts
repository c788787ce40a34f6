import { describe, expect, test } from 'vitest';
import { createPlayer } from '../../../web/src/state/player';

const frame = 20;

/** A player whose steps are counted; `cost` is how many milliseconds one takes. */
const stage = ({ cost = 0, last = Number.POSITIVE_INFINITY }: { cost?: number; last?: number } = {}) => {
  let now = 0;
  let waiting: ((now: number, drawing?: number) => void) | undefined;
  let taken = 0;
  const slices: number[] = [];
  const player = createPlayer(
    (steps) => {
      taken += steps;
      slices.push(steps);
      now += steps * cost;
      return taken < last;
    },
    (tick) => {
      waiting = tick;
      return () => {
        waiting = undefined;
      };
    },
    () => now,
  );
  const pass = (frames: number, milliseconds = frame, drawing?: number) => {
    for (let k = 0; k < frames; k++) {
      now += milliseconds;
      const tick = waiting;
      waiting = undefined;
      tick?.(now, drawing);
    }
  };
  return { player, pass, slices, taken: () => taken, isWaiting: () => waiting !== undefined };
};

describe('Play', () => {
  test('takes the steps of its speed, fractions kept from frame to frame', () => {
    const { player, pass, taken } = stage();
    player.setSpeed(7);
    player.play();
    pass(1 + 10 * 50); // the first frame only starts the clock
    expect(taken()).toBe(70);
  });

  test('takes many steps a frame where the speed asks for it', () => {
    const { player, pass, taken, slices } = stage();
    player.setSpeed(50_000);
    player.play();
    pass(100);
    expect(slices.length).toBeLessThanOrEqual(100);
    expect(taken()).toBeGreaterThan(80_000);
  });

  test('never works much longer than 8 ms at a stretch, and never owes what it could not do', () => {
    const { player, pass, slices, taken } = stage({ cost: 0.5 });
    player.setSpeed(1_000_000);
    player.play();
    pass(100);
    expect(Math.max(...slices)).toBeLessThanOrEqual(16);
    const before = taken();
    player.setSpeed(50);
    pass(50);
    expect(taken() - before).toBeLessThan(80);
  });

  test.each([0, 20, 28, 33, 60])(
    'works so much less at a stretch where the page takes %d ms to draw in it',
    (drawing) => {
      const { player, pass, slices } = stage({ cost: 0.25 });
      player.setSpeed(1_000_000);
      player.play();
      pass(1 + 20);
      pass(1, frame, drawing);
      pass(50, frame, drawing);
      const later = slices.slice(-50).map((steps) => 0.25 * steps);
      expect(Math.max(...later)).toBeLessThanOrEqual(Math.max(1, Math.min(8, 35 - drawing)));
      expect(Math.min(...later)).toBeGreaterThan(0.5);
    },
  );

  test('works as long as ever once drawing is quick again', () => {
    const { player, pass, slices } = stage({ cost: 0.25 });
    player.setSpeed(1_000_000);
    player.play();
    pass(20, frame, 33);
    pass(40, frame, 2);
    expect(slices.at(-1)).toBe(32);
  });

  test('takes one step a frame where even that is slow', () => {
    const { player, pass, slices } = stage({ cost: 100 });
    player.setSpeed(1000);
    player.play();
    pass(50);
    expect(slices.slice(1).every((steps) => steps === 1)).toBe(true);
  });

  test('does not run after a sleep to make up for it', () => {
    const { player, pass, taken } = stage();
    player.setSpeed(40);
    player.play();
    pass(1);
    pass(1, 600_000); // the page was hidden for ten minutes
    expect(taken()).toBeLessThanOrEqual(10);
    const before = taken();
    pass(50);
    expect(taken() - before).toBeGreaterThanOrEqual(40);
    expect(taken() - before).toBeLessThanOrEqual(41);
  });

  test('stops when there is no going on', () => {
    const { player, pass, isWaiting } = stage({ last: 5 });
    player.play();
    pass(200);
    expect(player.playing.value).toBe(false);
    expect(isWaiting()).toBe(false);
  });

  test('takes no step while paused, and starts its clock anew', () => {
    const { player, pass, taken } = stage();
    player.setSpeed(100);
    player.play();
    pass(11);
    player.pause();
    const before = taken();
    pass(1000);
    expect(taken()).toBe(before);
    player.play();
    pass(1);
    expect(taken()).toBe(before);
  });

  test('pressed twice runs once', () => {
    const { player, pass, taken } = stage();
    player.setSpeed(50);
    player.play();
    player.play();
    pass(51);
    expect(taken()).toBe(50);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%d steps a second is no speed', (speed) => {
    const { player } = stage();
    player.setSpeed(4);
    player.setSpeed(speed);
    expect(player.speed.value).toBe(4);
  });
});

describe('a run of so many steps', () => {
  test('takes exactly them, whatever the speed, tells how far it is, and ends', () => {
    const { player, pass, taken } = stage({ cost: 0.1 });
    player.setSpeed(1);
    player.play(10_000);
    expect(player.goal.value).toEqual({ done: 0, total: 10_000 });
    pass(20);
    const { done } = player.goal.value ?? { done: Number.NaN };
    expect(done).toBe(taken());
    expect(done).toBeGreaterThan(100);
    pass(1000);
    expect(taken()).toBe(10_000);
    expect([player.playing.value, player.goal.value]).toEqual([false, undefined]);
  });

  test('never works longer than 50 ms at a stretch, not even at first, and keeps what is done when it is cancelled', () => {
    for (const cost of [0.001, 0.4, 3, 12, 49]) {
      const { player, pass, slices, taken } = stage({ cost });
      player.play(100_000);
      pass(200);
      expect(Math.max(...slices) * cost).toBeLessThanOrEqual(50);
      expect(Math.max(...slices.slice(0, 1)) * cost).toBeLessThanOrEqual(50);
      const before = taken();
      player.pause();
      pass(10);
      expect(taken()).toBe(before);
      expect(player.goal.value).toBeUndefined();
    }
  });

  test('ends where there is no going on', () => {
    const { player, pass, taken } = stage({ last: 5 });
    player.play(100);
    pass(100);
    expect([player.playing.value, player.goal.value]).toEqual([false, undefined]);
    expect(taken()).toBeLessThan(100);
  });

  test('leaves Play without an end as it was', () => {
    const { player, pass } = stage();
    player.play(3);
    pass(10);
    player.play();
    pass(10);
    expect([player.playing.value, player.goal.value]).toEqual([true, undefined]);
  });
});

test('a slice that fails ends Play and passes the failure on', () => {
  let waiting = (_: number) => {};
  const player = createPlayer(
    () => {
      throw new Error('out of memory');
    },
    (tick) => {
      waiting = tick;
      return () => {};
    },
    () => 0,
  );
  player.setSpeed(1000);
  player.play();
  waiting(0);
  expect(() => waiting(100)).toThrow('out of memory');
  expect(player.playing.value).toBe(false);
});
