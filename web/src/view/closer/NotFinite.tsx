import type { NonFinite } from '../../../../bindings/backprop';
import { failedWords } from '../../format/failed';
import { finiteWords } from '../../format/strings/finite';
import { usePage } from '../context';
import { Sentence } from '../math/Sentence';

/** That numbers have left the finite range, the first of them by name, and what follows for the view. */
export function NotFinite({ first, so }: { first: NonFinite; so: string }) {
  const { writing } = usePage();
  return (
    <p role="status" data-testid="not-finite">
      <Sentence>{`${finiteWords.left(failedWords(first, writing.value))} ${so}`}</Sentence>
    </p>
  );
}
