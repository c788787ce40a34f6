import { isLocked } from '../presentation/presentation';

/** A row is inputs and targets, so what keeps either keeps the rows. */
export const rowsLocked = (): boolean => isLocked('x') || isLocked('y');
