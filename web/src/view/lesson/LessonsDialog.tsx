import { useSignal } from '@preact/signals';
import { lessonWords as words } from '../../format/strings/lesson';
import { builtInLessonWords } from '../../format/strings/lessons';
import { type LessonId, lessonIds } from '../../lesson/builtIn';
import { openFile } from '../arrival/transfer';
import choices from '../Choices.module.css';
import { usePage } from '../context';
import { Dialog } from '../Dialog';
import { FileButton } from '../FileButton';
import { told } from '../notice/told';
import styles from './LessonsDialog.module.css';

/** The lessons that come with the page, and a way in for a teacher's own. */
export function LessonsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const page = usePage();
  const problem = useSignal('');
  const take = async (id: LessonId) => {
    onClose();
    const { lessonsOn } = await import('./lessons');
    const opened = await lessonsOn(page).load({ id }, undefined, 'reader');
    if (typeof opened === 'string') told.value = { message: opened };
  };
  const takeFile = async (file: File) => {
    problem.value = (await openFile(await page.arrival(), file)) ?? '';
    if (problem.value === '') onClose();
  };
  return (
    <Dialog heading={words.heading} open={open} onClose={onClose}>
      <p>{words.lead}</p>
      <ol class={choices.choices}>
        {lessonIds.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => void take(id)}>
              <b>{builtInLessonWords[id].title}</b>
              <span>{builtInLessonWords[id].about}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class={styles.own}>
        <FileButton label={words.file} accept=".md,.markdown,text/markdown" onFile={(file) => void takeFile(file)} />{' '}
        <small>{words.fileHint}</small>
      </p>
      <p role="alert">{problem.value}</p>
    </Dialog>
  );
}
