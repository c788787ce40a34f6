/** How the page presents itself: nothing of it is fetched where nobody asks for anything. */
import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Presentation } from '../../embed/presentation';
import type { LockId, PanelId } from '../../scenario/ids';

/** Undefined = the whole page, everything to be changed. */
export const presentation = signal<Presentation | undefined>(undefined);

/** What stands at the end of the header besides its own buttons. */
export const wayOut = signal<ComponentChild>(undefined);

export const isLocked = (id: LockId | undefined): boolean =>
  id !== undefined && presentation.value?.locked.includes(id) === true;

export const isHidden = (id: PanelId): boolean => presentation.value?.hidden.includes(id) === true;
