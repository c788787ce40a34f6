import './view/tokens.css';
import './view/base.css';
import { render } from 'preact';
import type { WholeEngine } from './engine/engine';
import { loadFirst } from './engine/first';
import { isSupported } from './engine/support';
import type { unsupportedWords } from './format/strings/unsupported';
import { startBookmark } from './scenario/start';
import type { Schedule } from './state/player';
import { createPlayground } from './state/playground';
import { App } from './view/App';
import { afterFrame } from './view/afterFrame';
import type { Arrival } from './view/arrival/arrival';
import { createPageState } from './view/context';
import { createGuide } from './view/guide/guide';
import { settled } from './view/guide/settled';
import { loadKatex } from './view/math/katex';
import { loadWords } from './view/math/say';
import { themeKey } from './view/theme/themes';
import { welcomed } from './view/welcome/welcomed';

/**
 * After the next frame is on screen, in a stretch of its own: what the page draws of a tick with its script shares that
 * stretch, and is told to the next tick; its style, layout and paint come in another.
 */
const soon: Schedule = (tick) => {
  const from = performance.now();
  let drawing = 0;
  let timer = setTimeout(() => {
    drawing = performance.now() - from;
  });
  const frame = requestAnimationFrame((now) => {
    timer = setTimeout(() => tick(now, drawing));
  });
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
};

let whole: Promise<WholeEngine> | undefined;
/** The whole engine, fetched when somebody first asks. A try that failed is forgotten, so that the next one may succeed. */
function wholeEngine(): Promise<WholeEngine> {
  whole ??= import('./engine/load')
    .then(({ loadWhole }) => loadWhole())
    .catch((error) => {
      whole = undefined;
      throw error;
    });
  return whole;
}

const ahead = async () => (await import('./state/ahead')).createAhead(await wholeEngine());

/** What earlier visits left. Storage may be refused: then this is the first visit, and the page looks as the system asks. */
function stored(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Leaves the worked example on the page and says why it is there. */
async function stayStatic(why: keyof typeof unsupportedWords, reason = ''): Promise<void> {
  document.documentElement.dataset['static'] = 'true';
  const line = document.getElementById('why-static');
  const { unsupportedWords: words } = await import('./format/strings/unsupported');
  if (line) line.textContent = words[why](reason);
}

async function start(): Promise<void> {
  if (typeof WebAssembly === 'undefined') return stayStatic('wasm');
  if (!isSupported()) return stayStatic('simd');
  // Where nobody asks for anything, by a query or from around the page, none of this is fetched.
  const presenting = location.search || parent !== window ? import('./view/presentation/present') : undefined;
  try {
    const engine = await loadFirst();
    const unguarded = createPlayground(engine, startBookmark, { schedule: soon, later: afterFrame, ahead });
    // The reader's own: a query or a lesson puts a guard over it.
    const playground = { ...unguarded };
    const presented = await presenting;
    await presented?.present(playground, unguarded);
    const root = document.getElementById('app');
    if (!root) return;
    const atFirst = playground.run.peek();
    let arrival: Promise<Arrival> | undefined;
    const arrived = () =>
      (arrival ??= import('./view/arrival/arrival').then((m) => m.arrive(engine, wholeEngine, unguarded, playground)));
    // There may be something to open instead of the start document: a link, or the work of an earlier visit.
    if (location.hash.length > 1 || stored()?.length) await arrived();
    root.replaceChildren();
    const guide = createGuide(playground, !welcomed.value, settled);
    const isFirstVisit = !welcomed.value && !presented && playground.run.peek() === atFirst;
    const page = createPageState(playground, unguarded, guide, wholeEngine, arrived, isFirstVisit);
    render(<App page={page} />, root);
    presented?.begin(page);
    requestAnimationFrame(async () => {
      void loadWords();
      void loadKatex();
      (await arrived()).follow(page);
    });
  } catch (error) {
    void stayStatic('failed', error instanceof Error ? error.message : String(error));
  }
}

// A look that was chosen on an earlier visit.
if (stored()?.getItem(themeKey)) void import('./view/theme/theme');
void start();
