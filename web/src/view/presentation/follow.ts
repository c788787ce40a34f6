/** Keeps the page in step with how it is to present itself: what is hidden, and what its reader may not change. */
import './presentation.css';
import { effect } from '@preact/signals';
import { changedLocks } from '../../embed/locks';
import { presentationWords as words } from '../../format/strings/presentation';
import type { Playground } from '../../state/playground';
import { guard } from './guard';
import { presentation } from './presentation';

let following = false;

/** @param playground the reader's, which is guarded from now on; `unguarded` is not */
export function followPresentation(playground: Playground, unguarded: Playground): void {
  if (following) return;
  following = true;
  effect(() => {
    const { embed, hidden, locked, motion } = presentation.value ?? {};
    const { dataset } = document.documentElement;
    dataset['hidden'] = hidden?.join(' ') ?? '';
    dataset['locked'] = locked?.join(' ') ?? '';
    if (motion === false) dataset['motion'] = 'none';
    if (embed) dataset['embed'] = '';
  });
  guard(playground, unguarded, (next) => {
    const locked = presentation.peek()?.locked ?? [];
    const changed = locked.length > 0 ? changedLocks(unguarded.scenario.peek(), next, locked) : [];
    if (changed.length === 0) return true;
    unguarded.tell({ kind: 'refused', path: '', message: words.locked(changed.map((id) => words.lockedNames[id])) });
    return false;
  });
}
