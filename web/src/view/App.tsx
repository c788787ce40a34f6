import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import styles from './App.module.css';
import { ChainRule } from './chain/ChainRule';
import { PageProvider, type PageState, usePage } from './context';
import { Descent } from './descent/Descent';
import { leastWidths, type NetworkShape } from './diagram/layout';
import { useShape } from './diagram/useShape';
import { Header, type Panel } from './header/Header';
import { useUndoKeys } from './header/useUndoKeys';
import { lazy } from './lazy';
import { Network } from './network/Network';
import { told } from './notice/told';
import { Nudge } from './nudge/Nudge';
import { beside, isHidden, widthBeside } from './presentation/presentation';
import { textScale } from './theme/textScale';
import { useWidth } from './useWidth';

const Notice = lazy(() => import('./notice/Notice').then((m) => m.Notice));
/** What opens over the page is fetched when somebody first opens any of it. */
const Dialogs = lazy(() => import('./Dialogs').then((m) => m.Dialogs));
const Closer = lazy(() => import('./closer/Closer').then((m) => m.Closer));

export function App({ page }: { page: PageState }) {
  return (
    <PageProvider value={page}>
      <Page />
    </PageProvider>
  );
}

function Page() {
  const { playground } = usePage();
  const panel = useSignal<Panel | undefined>(undefined);
  const opened = useRef(false);
  opened.current ||= panel.value !== undefined;
  const close = () => {
    panel.value = undefined;
  };
  const { digits } = playground.notation.value;
  const main = useRef<HTMLElement>(null);
  const alone = isHidden('nudge') && isHidden('chain');
  // Until it is there, as wide as the window: what is drawn first stays where it is.
  const room = (useWidth(main) || document.documentElement.clientWidth) - widthBeside.value;
  const [shape, scale] = [useShape(), textScale.value];
  const split = alone ? undefined : standsBeside(shape, digits, scale, room);
  useUndoKeys(playground);
  return (
    <div class={styles.page} style={{ '--digits': digits }} data-digits={digits > 8 ? 'many' : 'few'}>
      <Header
        onOpen={(which) => {
          panel.value = which;
        }}
      />
      <Notices />
      <main
        class={`${styles.main} ${split ? styles.beside : ''} ${split === 'besideInSight' ? styles.inSight : ''}`}
        ref={main}
        data-beside={beside.value !== undefined}
      >
        {beside.value}
        <div class={styles.network} data-part="network">
          <Network />
        </div>
        <Descent />
        <div class={styles.nudge} data-part="nudge">
          <Nudge />
        </div>
        <div class={styles.chain} data-part="chain">
          <ChainRule />
        </div>
        <div class={styles.closer}>
          <Closer />
        </div>
      </main>
      {opened.current && <Dialogs panel={panel.value} onClose={close} />}
    </div>
  );
}

/** Left and right padding of the page and of a card. */
const pagePadding = 32;
const cardPadding = 34;

/** Height of a window that the network's card, besides the drawing, and the player take up. */
const otherHeight = 280;

/**
 * Where the network would have to flow down although the page is not narrow, it stands beside the panels instead of above
 * them, so that the chain and its explanation are seen together; it stays in sight while the reader scrolls, if it fits.
 */
function standsBeside(
  shape: NetworkShape,
  digits: number,
  scale: number,
  width: number,
): 'beside' | 'besideInSight' | undefined {
  const { right, down, height } = leastWidths(shape, digits, scale);
  const inner = width - pagePadding;
  if (width < 640 || right + cardPadding <= inner || down + cardPadding > 0.45 * inner) return undefined;
  return height + otherHeight <= window.innerHeight ? 'besideInSight' : 'beside';
}

/** What the reader should know, until dismissed; its words come when there is something to say. */
function Notices() {
  const { playground } = usePage();
  return <div role="alert">{(told.value ?? playground.notice.value) && <Notice />}</div>;
}
