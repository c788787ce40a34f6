/** What each message does. */
import { effect } from '@preact/signals';
import { parseBookmark, parseScenario } from '../scenario/parse';
import { parameterCount } from '../scenario/shape';
import { bookmarkOf } from '../scenario/start';
import type { Bookmark, WrittenScenario } from '../scenario/types';
import type { Playground } from '../state/playground';
import type { Dress, EventName, Progress, State } from './element/face';
import { type Fields, type MessageType, protocol } from './message';

/** The page, as far as messages reach. */
export interface Host {
  /** Without the reader's locks, which are the host's own. */
  readonly playground: Playground;
  readonly version: string;
  state(): Promise<State>;
  /** Whether it is on screen now; what was there before stays one undo away. */
  open(bookmark: Bookmark<WrittenScenario>, notices: readonly string[]): Promise<boolean>;
  dress(change: Dress): Promise<void>;
  /** A lesson's id, or its Markdown. */
  loadLesson(lesson: string): Promise<Progress>;
  turnTo(page: number): Promise<Progress>;
  /** Tells what happens in lessons from now on. */
  listen(tell: (type: 'progress' | 'answer' | 'complete', fields: object) => void): void;
  /** The drawing; undefined where there is none on the page. */
  drawing(format: 'svg' | 'png'): Promise<string | undefined>;
}

/** A message that cannot be done: its reply says why. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly path?: string,
  ) {
    super(message);
  }
}

type Commands = { readonly [T in MessageType]: (fields: Fields<T>) => unknown };

/** @param subscribe replaces what the host is told of unasked */
export function createCommands(host: Host, subscribe: (events: readonly EventName[]) => void): Commands {
  const { playground } = host;
  const nothing = (act: () => void) => () => {
    act();
    return {};
  };
  return {
    hello: () => ({ version: host.version, protocol }),
    getState: host.state,
    setState: async (fields) => {
      const name = fields.bookmark === undefined ? 'scenario' : 'bookmark';
      const read = documentOf(fields);
      const inside = (path: string) => (path ? `${name}.${path}` : name);
      if (!read.ok) throw new Refused(read.message, inside(read.path));
      const opened = await host.open(read.value, read.notices);
      const notice = playground.notice.peek();
      if (notice?.kind === 'refused') throw new Refused(notice.message, inside(notice.path));
      if (!opened) throw new Refused('was not opened: the reader did not wait for its steps');
      return host.state();
    },
    step: async ({ n = 1 }) => {
      const costs = await takeSteps(playground, n);
      return { scenario: playground.scenario.peek(), costs };
    },
    run: nothing(() => playground.play()),
    pause: nothing(playground.pause),
    reset: nothing(playground.reset),
    loadLesson: ({ lesson }) => host.loadLesson(lesson),
    page: ({ page }) => host.turnTo(page),
    set: async (fields) => {
      await host.dress(fields);
      return {};
    },
    subscribe: ({ events }) => {
      subscribe(events);
      return {};
    },
    screenshot: async ({ format }) => {
      const data = await host.drawing(format);
      if (data === undefined) throw new Refused('the drawing is not on the page: it is hidden, or shown as a table');
      return { data };
    },
  };
}

function documentOf({ scenario, bookmark }: Fields<'setState'>) {
  if (bookmark !== undefined) return parseBookmark(bookmark);
  const read = parseScenario(scenario);
  return read.ok ? { ...read, value: bookmarkOf(read.value) } : read;
}

/** Multiplications that are over within a frame. */
const quick = 1e6;

/** Takes steps, in slices where they are many or the network is large. Returns the mean cost before the first, after each. */
async function takeSteps(playground: Playground, n: number): Promise<Float64Array> {
  playground.pause();
  const from = playground.timeline.peek().position;
  const s = playground.scenario.peek();
  if (n * parameterCount(s) * s.examples.length <= quick) playground.step(n);
  else await played(playground, n);
  const { costs, position } = playground.timeline.peek();
  return costs.slice(from, position + 1);
}

/** Until the steps are taken, the run is paused, or a number became infinite. */
function played(playground: Playground, n: number): Promise<void> {
  playground.play(n);
  return new Promise((resolve) => {
    const stop = effect(() => {
      if (playground.playing.value) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
