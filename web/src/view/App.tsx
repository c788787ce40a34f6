import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { strings } from '../format/strings';
import { text } from '../format/symbol';
import styles from './App.module.css';
import { ChainRule } from './chain/ChainRule';
import { PageProvider, type PageState, usePage } from './context';
import { Descent } from './descent/Descent';
import { Network } from './diagram/Network';
import { DocumentDialog } from './document/DocumentDialog';
import { useDrop } from './document/useDrop';
import { Header } from './header/Header';
import { useUndoKeys } from './header/useUndoKeys';
import { Nudge } from './nudge/Nudge';

export function App({ page }: { page: PageState }) {
  return (
    <PageProvider value={page}>
      <Page />
    </PageProvider>
  );
}

function Page() {
  const { playground } = usePage();
  const documentOpen = useSignal(false);
  const dropProblem = useSignal<string | undefined>(undefined);
  useUndoKeys(playground);
  useDrop(
    playground,
    useCallback(
      (problem: string) => {
        dropProblem.value = problem;
      },
      [dropProblem],
    ),
  );
  return (
    <div class={styles.page}>
      <Header
        onDocument={() => {
          documentOpen.value = true;
        }}
      />
      <Notices problem={dropProblem.value} onDismiss={() => (dropProblem.value = undefined)} />
      <main class={styles.main}>
        <Network />
        <div class={styles.panels}>
          <Nudge />
          <ChainRule />
        </div>
      </main>
      <Descent />
      <DocumentDialog
        open={documentOpen.value}
        onClose={() => {
          documentOpen.value = false;
        }}
      />
    </div>
  );
}

/** What the reader should know, until dismissed. */
function Notices({ problem, onDismiss }: { problem: string | undefined; onDismiss: () => void }) {
  const { playground, writing } = usePage();
  const notice = playground.notice.value;
  const message =
    problem ??
    (notice &&
      strings.notice(notice, ({ layer, unit, quantity }) =>
        quantity === 'z' || quantity === 'a' ? text({ kind: quantity, layer, unit }, writing.value) : quantity,
      ));
  return (
    <div role="alert">
      {message && (
        <p class={styles.notice}>
          <span>{message}</span>
          <button
            type="button"
            onClick={() => {
              onDismiss();
              playground.dismissNotice();
            }}
          >
            {strings.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}
