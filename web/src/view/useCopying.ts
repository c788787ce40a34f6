import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** Copies a text; where the clipboard is denied, selects it in its field, to be copied by hand. */
export function useCopying(text: string, words: { readonly copied: string; readonly copyByHand: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useSignal<{ readonly text: string; readonly said: string } | undefined>(undefined);
  const copy = async () => {
    done.value = undefined;
    try {
      await navigator.clipboard.writeText(text);
      done.value = { text, said: words.copied };
    } catch {
      field.current?.select();
      done.value = { text, said: words.copyByHand };
    }
  };
  // What is said goes when the text is another.
  return { field, copy, said: done.value?.text === text ? done.value.said : '' };
}
