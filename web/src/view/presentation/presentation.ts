/** How the page presents itself: nothing of it is fetched where nobody asks for anything. */
import { computed, signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Presentation } from '../../embed/presentation';
import type { LockId, PanelId } from '../../scenario/ids';

type Asked = Presentation | undefined;

/** What the query and the page around ask for. Undefined = nothing. */
export const asked = signal<Asked>(undefined);

/** What the page of a lesson makes of it, for as long as it is open. */
export const overlaid = signal<((asked: Asked) => Asked) | undefined>(undefined);

/** Undefined = the whole page, everything to be changed. */
export const presentation = computed<Asked>(() => (overlaid.value ? overlaid.value(asked.value) : asked.value));

/** What stands at the end of the header besides its own buttons. */
export const wayOut = signal<ComponentChild>(undefined);

/** What stands beside the network and its panels, and the width that it takes from them, in pixels. */
export const beside = signal<ComponentChild>(undefined);
export const widthBeside = signal(0);

export const isLocked = (id: LockId | undefined): boolean =>
  id !== undefined && presentation.value?.locked.includes(id) === true;

export const isHidden = (id: PanelId): boolean => presentation.value?.hidden.includes(id) === true;
