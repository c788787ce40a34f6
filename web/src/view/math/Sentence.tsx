import { say } from './say';

/** A sentence with symbols in it: seen as written, heard in words. */
export function Sentence({ children }: { children: string | readonly string[] }) {
  const seen = [children].flat().join('');
  const heard = say.value(seen);
  if (heard === seen) return <>{seen}</>;
  return (
    <>
      <span aria-hidden="true">{seen}</span>
      <span class="visually-hidden">{heard}</span>
    </>
  );
}
