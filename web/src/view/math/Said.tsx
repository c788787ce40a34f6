/** A sentence that names a derivative: seen with its symbol, heard with its words. */
export function Said({ sentence, seen, heard }: { sentence: (name: string) => string; seen: string; heard: string }) {
  return (
    <>
      <span aria-hidden="true">{sentence(seen)}</span>
      <span class="visually-hidden">{sentence(heard)}</span>
    </>
  );
}
