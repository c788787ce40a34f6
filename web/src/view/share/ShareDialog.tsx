import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { builderWords } from '../../format/strings/builder';
import { shareWords as words } from '../../format/strings/share';
import { longestFragment } from '../../scenario/link/decode';
import { fragmentFor, packedFragment, readableFragment } from '../../scenario/link/encode';
import type { Bookmark, WrittenScenario } from '../../scenario/types';
import type { Kept } from '../../state/rebase';
import { CopyField } from '../CopyField';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { lazy } from '../lazy';
import { pageAddress } from '../presentation/ownAddress';
import { Segments } from '../Segments';
import { QrCode } from './QrCode';
import styles from './ShareDialog.module.css';
import { saveFile } from './saveFile';

const Builder = lazy(() => import('../builder/Builder').then((m) => m.Builder));

/** What is on screen, to be sent: as a link, as a code for a camera, as a file. */
export function ShareDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { arrival } = usePage();
  const kept = useSignal<Kept | undefined>(undefined);
  const embedding = useSignal(false);
  useEffect(() => {
    kept.value = undefined;
    embedding.value = false;
    if (open) {
      void arrival().then((there) => {
        kept.value = there.kept();
      });
    }
  }, [open]);
  return (
    <Dialog heading={embedding.value ? builderWords.heading : words.heading} open={open} onClose={onClose}>
      {kept.value && embedding.value && <Builder bookmark={kept.value.bookmark} />}
      {kept.value && !embedding.value && <Shared kept={kept.value} onClose={onClose} />}
      <Embedding on={embedding} />
    </Dialog>
  );
}

/** From the link to the code for another page, and back. */
function Embedding({ on }: { on: Signal<boolean> }) {
  return (
    <div class={styles.row} data-part="embed">
      <button
        type="button"
        onClick={() => {
          on.value = !on.value;
        }}
      >
        {on.value ? builderWords.back : builderWords.open}
      </button>
      {!on.value && <small>{builderWords.openHint}</small>}
    </div>
  );
}

function Shared({ kept: { bookmark, rebased }, onClose }: { kept: Kept; onClose: () => void }) {
  return (
    <div class={styles.rows}>
      <p>{rebased ? words.rebased : words.lead}</p>
      <Link bookmark={bookmark} />
      <div class={styles.row}>
        <button type="button" onClick={() => saveFile(bookmark)}>
          {words.file}
        </button>
        <small>{words.fileHint}</small>
        <button type="button" class={`primary ${styles.end}`} onClick={onClose}>
          {words.close}
        </button>
      </div>
    </div>
  );
}

/** Characters of an address beyond which programs cut it. */
const mostInMail = 8_000;

/** Characters of an address that a code holds which a phone still reads from a screen. */
const mostInCode = 600;

type Form = keyof typeof words.forms;
const forms = Object.keys(words.forms) as Form[];

function Link({ bookmark }: { bookmark: Bookmark<WrittenScenario> }) {
  const fragments = useFragments(bookmark);
  const form = useSignal<Form>(fragments.first);
  const fragment = fragments[form.value];
  if (fragment === undefined) return <p>{words.noLink}</p>;
  const url = pageAddress() + fragment;
  return (
    <>
      {fragments.readable && fragments.packed && (
        <Segments
          legend={words.form}
          name="form"
          options={forms.map((value) => ({ value, label: words.forms[value] }))}
          value={form.value}
          onChange={(value) => {
            form.value = value;
          }}
        />
      )}
      <CopyField text={url} label={words.link} rows={3} words={words} whole>
        <small>
          {words.length(url.length)}. {words.formHints[form.value]}
        </small>
      </CopyField>
      {url.length > mostInMail && <p class={styles.warning}>{words.long(url.length)}</p>}
      {url.length <= mostInCode ? (
        <figure class={styles.code}>
          <QrCode text={url} label={words.qr(bookmark.start.title ?? '')} />
          <figcaption>{words.qrHint}</figcaption>
        </figure>
      ) : (
        <small>{words.noQr(mostInCode)}</small>
      )}
    </>
  );
}

/** The forms that there are of the link, and the one to begin with. */
function useFragments(bookmark: Bookmark<WrittenScenario>) {
  const made = useRef<ReturnType<typeof fragmentsOf> | undefined>(undefined);
  made.current ??= fragmentsOf(bookmark);
  return made.current;
}

function fragmentsOf(bookmark: Bookmark<WrittenScenario>) {
  const fitting = (fragment: string | undefined) =>
    fragment !== undefined && fragment.length <= longestFragment ? fragment : undefined;
  const readable = fitting(readableFragment(bookmark));
  const first: Form = readable !== undefined && readable === fragmentFor(bookmark) ? 'readable' : 'packed';
  return { first, readable, packed: fitting(packedFragment(bookmark)) };
}
