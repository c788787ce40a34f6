import { useEffect } from 'preact/hooks';
import type { Playground } from '../../state/playground';

/** A document file dropped anywhere on the page is opened. */
export function useDrop(playground: Playground, onProblem: (problem: string) => void): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = async (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      const { openText } = await import('./openText');
      const problem = openText(playground, await file.text());
      if (problem !== undefined) onProblem(problem);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, [playground, onProblem]);
}
