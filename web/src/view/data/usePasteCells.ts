import { dataWords } from '../../format/strings/data';
import { withCells } from '../../scenario/editsOfExamples';
import { readGrid } from '../../scenario/grid';
import { limits } from '../../scenario/limits';
import { inputCount, outputCount } from '../../scenario/shape';
import type { Scenario } from '../../scenario/types';
import { usePage } from '../context';
import { rowsLocked } from './rowsLocked';

/** A block of cells from a spreadsheet lands where it is pasted. */
export function usePasteCells(onEdit: (next: Scenario) => void, onSay: (words: string, bad?: boolean) => void) {
  const { playground } = usePage();
  return (event: ClipboardEvent) => {
    if (rowsLocked()) return;
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const clip = event.clipboardData?.getData('text/plain').replace(/[\r\n]+$/, '') ?? '';
    if (!cell || !/[\t\r\n]/.test(clip)) return;
    event.preventDefault();
    const [row, column] = [Number(cell.dataset['row']), Number(cell.dataset['column'])];
    const grid = readGrid(clip, undefined, limits.examples - row);
    if (!grid.ok) return onSay(dataWords.problem(grid.problem), true);
    const now = playground.scenario.peek();
    const room = inputCount(now) + outputCount(now) - column;
    const width = grid.rows[0]?.length ?? 0;
    if (width > room) return onSay(dataWords.tooWide(width, room), true);
    // The field that has the focus shows what it was given, so it is left, and entered again when the page shows the new ones.
    const field = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    field?.blur();
    onEdit(withCells(now, row, column, grid.rows));
    requestAnimationFrame(() => field?.focus());
    onSay(dataWords.pasted(grid.rows.length, width));
  };
}
