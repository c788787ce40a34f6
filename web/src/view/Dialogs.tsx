import { useRef } from 'preact/hooks';
import { DocumentDialog } from './document/DocumentDialog';
import { ExamplesDialog } from './examples/ExamplesDialog';
import type { Panel } from './header/Header';
import { HelpDialog } from './help/HelpDialog';
import { lazy } from './lazy';
import { LessonsDialog } from './lesson/LessonsDialog';
import { SettingsDialog } from './settings/SettingsDialog';

const ShareDialog = lazy(() => import('./share/ShareDialog').then((m) => m.ShareDialog));

/** Everything that opens over the page, one at a time. */
export function Dialogs({ panel, onClose }: { panel: Panel | undefined; onClose: () => void }) {
  const shared = useRef(false);
  shared.current ||= panel === 'share';
  return (
    <>
      <LessonsDialog open={panel === 'lessons'} onClose={onClose} />
      <ExamplesDialog open={panel === 'examples'} onClose={onClose} />
      <DocumentDialog open={panel === 'document'} onClose={onClose} />
      {shared.current && <ShareDialog open={panel === 'share'} onClose={onClose} />}
      <SettingsDialog open={panel === 'settings'} onClose={onClose} />
      <HelpDialog open={panel === 'help'} onClose={onClose} />
    </>
  );
}
