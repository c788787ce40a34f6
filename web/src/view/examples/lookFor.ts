import { signal } from '@preact/signals';
import type { PresetId } from '../../scenario/presets';

/** The example that was opened last. What to look for stands on the page as long as a network of its title is there. */
export const lookFor = signal<{ readonly id: PresetId; readonly title: string } | undefined>(undefined);
