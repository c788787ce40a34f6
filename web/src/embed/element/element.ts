/**
 * <backprop-playground>: makes the frame, and turns messages into promises and events. A script of its own for other pages:
 * it brings nothing along, and everything it imports is a type.
 */
import type { Bookmark, Scenario, WrittenScenario } from '../../scenario/types';
import type { Answer, Complete, Dress, EventName, Progress, Ready, State } from './face';

/** An element in somebody else's page. Its attributes are the keys of the query, `state`, `height` and `src`. */
export interface BackpropPlayground extends HTMLElement {
  /** The playground answers. */
  readonly ready: Promise<Ready>;
  getState(): Promise<State>;
  setState(what: { scenario: Scenario | WrittenScenario } | { bookmark: Bookmark<WrittenScenario> }): Promise<State>;
  step(n?: number): Promise<{ scenario: Scenario; costs: Float64Array }>;
  run(): Promise<void>;
  pause(): Promise<void>;
  reset(): Promise<void>;
  loadLesson(lesson: string): Promise<Progress>;
  page(page: number): Promise<Progress>;
  set(change: Dress): Promise<void>;
  /** Which events are to come besides ready, resize and error; replaces the earlier list. */
  subscribe(...events: EventName[]): Promise<void>;
  screenshot(format?: 'svg' | 'png'): Promise<string>;
}

/** The events and their `detail`. */
export interface BackpropPlaygroundEvents {
  ready: CustomEvent<Ready>;
  resize: CustomEvent<{ height: number }>;
  state: CustomEvent<State>;
  progress: CustomEvent<Progress>;
  answer: CustomEvent<Answer>;
  complete: CustomEvent<Complete>;
  error: CustomEvent<{ message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'backprop-playground': BackpropPlayground;
  }
}

const name = 'backprop-playground';
const inQuery = ['theme', 'hide', 'show', 'lock', 'autoplay', 'motion', 'lesson', 'page'];
/** Pixels, until the page has told its own height. */
const heightAtFirst = '640px';

/** Where the playground is, by where this script came from: its page stands two folders up. */
const script = document.currentScript ?? document.querySelector('script[src*="/embed/v1/embed.js"]');
const home = script instanceof HTMLScriptElement ? new URL('../../', script.src).href : undefined;

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

class Playground extends HTMLElement implements BackpropPlayground {
  static readonly observedAttributes = ['state', 'height', 'src', ...inQuery];

  ready = new Promise<Ready>(() => {});
  private frame: HTMLIFrameElement | undefined;
  private isReady: (ready: Ready) => void = () => {};
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  /** Where the page in the frame has spoken from. */
  private at = '';
  private readonly heard = (event: MessageEvent) => this.hear(event);

  connectedCallback(): void {
    this.style.display ||= 'block';
    this.frame = document.createElement('iframe');
    this.frame.title = this.title || 'Backprop Playground';
    this.frame.allow = 'clipboard-write';
    this.frame.loading = 'lazy';
    this.frame.width = '100%';
    Object.assign(this.frame.style, { display: 'block', width: '100%', border: '0' });
    addEventListener('message', this.heard);
    this.load();
    // What stands inside is for readers without this script.
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(this.frame);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.heard);
    this.giveUp();
    this.frame = undefined;
  }

  attributeChangedCallback(): void {
    if (this.frame) this.load();
  }

  getState = (): Promise<State> => this.ask('getState');
  setState = (what: object): Promise<State> => this.ask('setState', what);
  step = (n = 1): Promise<{ scenario: Scenario; costs: Float64Array }> => this.ask('step', { n });
  run = (): Promise<void> => this.ask('run');
  pause = (): Promise<void> => this.ask('pause');
  reset = (): Promise<void> => this.ask('reset');
  loadLesson = (lesson: string): Promise<Progress> => this.ask('loadLesson', { lesson });
  page = (page: number): Promise<Progress> => this.ask('page', { page });
  set = (change: Dress): Promise<void> => this.ask('set', change);
  subscribe = (...events: EventName[]): Promise<void> => this.ask('subscribe', { events });
  screenshot = async (format: 'svg' | 'png' = 'svg'): Promise<string> =>
    (await this.ask<{ data: string }>('screenshot', { format })).data;

  /** The page with the attributes as its query. */
  private address(): URL {
    const url = new URL(this.getAttribute('src') ?? home ?? '.', document.baseURI);
    url.searchParams.set('embed', '1');
    for (const key of inQuery) {
      const value = this.getAttribute(key);
      if (value !== null) url.searchParams.set(key, value);
    }
    if (self.origin !== 'null') url.searchParams.set('origin', self.origin);
    const state = this.getAttribute('state');
    // With or without #, or a whole address that was copied.
    if (state) url.hash = state.slice(state.indexOf('#') + 1);
    return url;
  }

  private load(): void {
    const { frame } = this;
    if (!frame) return;
    const height = this.getAttribute('height') ?? 'auto';
    frame.style.height =
      height === 'auto' ? frame.style.height || heightAtFirst : /^\d+$/.test(height) ? `${height}px` : height;
    const address = this.address().href;
    if (frame.src === address) return;
    // Another fragment alone is opened by the page that is there; it goes on answering.
    if (frame.src.split('#')[0] !== address.split('#')[0]) {
      this.giveUp();
      this.ready = new Promise((resolve) => {
        this.isReady = resolve;
      });
    }
    frame.src = address;
  }

  private giveUp(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('the playground has gone'));
    this.waiting.clear();
  }

  private async ask<T>(type: string, fields: object = {}): Promise<T> {
    await this.ready;
    const id = ++this.asked;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const message = { ...fields, source: name, v: 1, type, id };
      this.frame?.contentWindow?.postMessage(message, this.at);
    });
  }

  private hear({ source, origin, data }: MessageEvent): void {
    if (!source || source !== this.frame?.contentWindow) return;
    // The sandbox of a page holds for the frames in it: neither has an origin then.
    const without = origin === 'null' && self.origin === 'null';
    if ((origin !== this.address().origin && !without) || data?.source !== name || data.v !== 1) return;
    this.at = without ? '*' : origin;
    const { source: _, v, type, id, ok, result, error, ...detail } = data;
    if (type === 'reply') {
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (ok) asked?.resolve(result as never);
      else asked?.reject(Object.assign(new Error(error?.message), { path: error?.path }));
      return;
    }
    if (type === 'ready') {
      // The page is another one now: what the earlier one was asked for never comes.
      this.giveUp();
      this.isReady(detail);
    }
    if (type === 'resize' && (this.getAttribute('height') ?? 'auto') === 'auto') {
      this.frame.style.height = `${detail.height}px`;
    }
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

// A page may load the script twice.
if (!customElements.get(name)) customElements.define(name, Playground);
