import './view/tokens.css';
import './view/base.css';
import { render } from 'preact';
import type { Engine } from './engine/engine';
import { loadFirst } from './engine/first';
import { isSupported } from './engine/support';
import { strings } from './format/strings';
import { startBookmark } from './scenario/start';
import { createPlayground } from './state/playground';
import { App } from './view/App';
import type { Arrival } from './view/arrival/arrival';
import { createPageState } from './view/context';
import { createGuide } from './view/guide/guide';
import { settled } from './view/guide/settled';
import { loadKatex } from './view/math/katex';
import { loadWords } from './view/math/say';
import { themeKey } from './view/theme/themes';
import { welcomed } from './view/welcome/welcomed';

const soon = (tick: (now: number) => void) => {
  const id = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(id);
};

let whole: Promise<Engine> | undefined;
/** The whole engine, fetched when somebody first asks. A try that failed is forgotten, so that the next one may succeed. */
function wholeEngine(): Promise<Engine> {
  whole ??= import('./engine/load')
    .then(({ loadEngine }) => loadEngine())
    .catch((error) => {
      whole = undefined;
      throw error;
    });
  return whole;
}

/** A look that was chosen on an earlier visit. */
function rememberTheme(): void {
  try {
    if (localStorage.getItem(themeKey)) void import('./view/theme/theme');
  } catch {
    // Storage may be refused; then the page looks as the system asks.
  }
}

/** Whether there may be something to open instead of the start document: a link, or the work of an earlier visit. */
function mayReturn(): boolean {
  try {
    return location.hash.length > 1 || localStorage.length > 0;
  } catch {
    return false;
  }
}

/** Leaves the worked example on the page and says why it is there. */
function stayStatic(reason: string): void {
  const line = document.getElementById('why-static');
  if (line) line.textContent = reason;
  document.documentElement.dataset['static'] = 'true';
}

async function start(): Promise<void> {
  if (typeof WebAssembly === 'undefined') return stayStatic(strings.unsupported.wasm);
  if (!isSupported()) return stayStatic(strings.unsupported.simd);
  // Where nobody asks for anything, by a query or from around the page, none of this is fetched.
  const presenting = location.search || parent !== window ? import('./view/presentation/present') : undefined;
  try {
    const engine = await loadFirst();
    const bare = createPlayground(engine, startBookmark, { schedule: soon });
    const presented = await presenting;
    const playground = presented ? await presented.present(bare) : bare;
    const root = document.getElementById('app');
    if (!root) return;
    let arrival: Promise<Arrival> | undefined;
    const arrived = () =>
      (arrival ??= import('./view/arrival/arrival').then((m) => m.arrive(engine, wholeEngine, bare, playground)));
    if (mayReturn()) await arrived();
    root.replaceChildren();
    const guide = createGuide(playground, !welcomed.value, settled);
    const page = createPageState(playground, guide, wholeEngine, arrived);
    render(<App page={page} />, root);
    presented?.begin(page);
    requestAnimationFrame(async () => {
      void loadWords();
      void loadKatex();
      (await arrived()).follow();
    });
  } catch (error) {
    stayStatic(strings.unsupported.failed(error instanceof Error ? error.message : String(error)));
  }
}

rememberTheme();
void start();
