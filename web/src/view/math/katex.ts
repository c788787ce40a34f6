/**
 * KaTeX, loaded after the first paint: the page is complete without it. Only `render` is used, since `renderToString` needs
 * innerHTML and inline styles, which the content security policy forbids. Formulas are capped, because KaTeX is slow on huge ones.
 */
import { signal } from '@preact/signals';

const longest = 2000;

export interface FormulaSetter {
  draw(tex: string, into: HTMLElement): void;
}

export const katex = signal<FormulaSetter | undefined>(undefined);

export async function loadKatex(): Promise<void> {
  try {
    const [library] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
    katex.value = {
      draw(tex, into) {
        if (tex.length > longest) {
          into.textContent = tex;
          return;
        }
        library.default.render(tex, into, {
          throwOnError: false,
          output: 'html',
          strict: 'ignore',
          trust: false,
          maxSize: 10,
        });
      },
    };
  } catch {
    // Without KaTeX the plain formulas stay.
  }
}
