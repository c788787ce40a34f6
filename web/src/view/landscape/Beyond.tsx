import { finiteWords } from '../../format/strings/finite';
import { landscapeWords as words } from '../../format/strings/landscape';
import { Sentence } from '../math/Sentence';

/** In place of the step: that the numbers have left the finite range at the point. */
export function Beyond({ what }: { what: string }) {
  return (
    <p role="status" data-testid="not-finite">
      <Sentence>{`${finiteWords.left(what)} ${words.noStep}`}</Sentence>
    </p>
  );
}
