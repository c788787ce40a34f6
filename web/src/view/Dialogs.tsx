import { DocumentDialog } from './document/DocumentDialog';
import { ExamplesDialog } from './examples/ExamplesDialog';
import type { Panel } from './header/Header';
import { HelpDialog } from './help/HelpDialog';
import { SettingsDialog } from './settings/SettingsDialog';

/** Everything that opens over the page, one at a time. */
export function Dialogs({ panel, onClose }: { panel: Panel | undefined; onClose: () => void }) {
  return (
    <>
      <ExamplesDialog open={panel === 'examples'} onClose={onClose} />
      <DocumentDialog open={panel === 'document'} onClose={onClose} />
      <SettingsDialog open={panel === 'settings'} onClose={onClose} />
      <HelpDialog open={panel === 'help'} onClose={onClose} />
    </>
  );
}
