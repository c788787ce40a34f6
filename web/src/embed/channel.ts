/**
 * The line to the window around the page. Only that window is heard, from the origin that was named, and only it is answered,
 * at the origin it spoke from.
 */
import { effect } from '@preact/signals';
import { createGate, isLargerThan, largest } from './bounds';
import { createCommands, type Host, Refused } from './commands';
import type { EventName } from './element/face';
import { type Asked, type Id, isAddressed, protocol, readMessage, source } from './message';

/** The state is told at most so often, in milliseconds, and once more when it has come to rest. */
const pause = 200;

/** @param origin the only one to talk to; undefined = any */
export function openChannel(host: Host, around: Window, origin: string | undefined): void {
  /** Where the events go: to the origin that subscribed. */
  let subscribed: { readonly events: readonly EventName[]; readonly at: string } | undefined;
  const isOpen = createGate();
  /** What was asked for before takes its time: each is done, and answered, of the page that the ones before it have left. */
  let before: Promise<unknown> = Promise.resolve();

  const send = (at: string, type: string, fields: object): void =>
    around.postMessage({ source, v: protocol, type, ...fields }, at);
  const reply = (at: string, id: Id | undefined, answer: object): void => {
    if (id !== undefined) send(at, 'reply', { id, ...answer });
  };
  const refuse = (at: string, id: Id | undefined, error: { path?: string; message: string }): void => {
    if (id !== undefined) reply(at, id, { ok: false, error });
    else send(at, 'error', { message: error.path ? `${error.path}: ${error.message}` : error.message });
  };

  const answer = async (asked: Asked, at: string): Promise<void> => {
    if (asked.kind === 'none') return;
    if (asked.kind === 'bad') return refuse(at, asked.id, { path: asked.path, message: asked.message });
    const commands = createCommands(host, (events) => {
      subscribed = { events, at };
    });
    try {
      const command = commands[asked.type] as (fields: unknown) => unknown;
      const result = await command(asked.fields);
      reply(at, asked.id, { ok: true, result });
    } catch (error) {
      const path = error instanceof Refused ? error.path : undefined;
      const message = error instanceof Error ? error.message : String(error);
      refuse(at, asked.id, { ...(path !== undefined && { path }), message });
    }
  };

  addEventListener('message', (event) => {
    if (event.source !== around || (origin !== undefined && event.origin !== origin) || !isAddressed(event.data))
      return;
    if (!isOpen(performance.now()) || isLargerThan(largest, event.data)) return;
    const asked = readMessage(event.data);
    const answered = before.then(() => answer(asked, event.origin === 'null' ? '*' : event.origin));
    // Many steps take long: they can be paused, and looked at meanwhile.
    if (asked.kind !== 'good' || asked.type !== 'step') before = answered;
  });
  const listens = (event: EventName) => (subscribed?.events.includes(event) ? subscribed.at : undefined);
  tellState(host, () => listens('state'), send);
  host.listen((type, fields) => {
    const at = listens(type);
    if (at !== undefined) send(at, type, fields);
  });
  send(origin ?? '*', 'ready', { version: host.version, protocol });
}

/** `to` is asked at the moment of sending: nobody is told who has left off listening. */
function tellState(host: Host, to: () => string | undefined, send: (at: string, type: string, fields: object) => void) {
  const { scenario, example, pick, notation } = host.playground;
  let due = false;
  let first = true;
  const tell = async () => {
    due = false;
    const state = to() === undefined ? undefined : await host.state();
    const at = to();
    if (state && at !== undefined) send(at, 'state', state);
  };
  effect(() => {
    void [scenario.value, example.value, pick.value, notation.value];
    if (!first && !due && to() !== undefined) {
      due = true;
      setTimeout(tell, pause);
    }
    first = false;
  });
}
