/**
 * KaTeX, loaded after the first paint: the page is complete without it. Only `render` is used, since `renderToString` needs
 * innerHTML and inline styles, which the content security policy forbids. Formulas are capped, because KaTeX is slow on huge ones.
 */
import { signal } from '@preact/signals';

const longest = 2000;

interface FormulaSetter {
  draw(tex: string, into: HTMLElement): void;
}

export const katex = signal<FormulaSetter | undefined>(undefined);

/** What formulas and symbols are set in. */
const faces = ['', 'italic ', 'italic 700 '].map((style) => `${style}1em KaTeX_Main`).concat('italic 1em KaTeX_Math');

export async function loadKatex(): Promise<void> {
  try {
    const [library] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
    // Set in another font first they would be wider, break their row, and move all that stands below once more.
    await Promise.allSettled(faces.map((face) => document.fonts.load(face)));
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
