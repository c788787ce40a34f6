/** The views that look closer at one question. Their ids are those of links, lessons and messages. */
import type { ComponentType } from 'preact';
import type { WholeEngine } from '../../engine/engine';

export const closerIds = ['landscape', 'depth', 'check', 'diagnose', 'slips'] as const;
export type CloserId = (typeof closerIds)[number];

/** A view is given the whole engine, which is fetched together with it. */
export type CloserView = ComponentType<{ engine: WholeEngine }>;

/** Fetched when first opened. */
export const loadView: Record<CloserId, () => Promise<CloserView>> = {
  landscape: async () => (await import('../landscape/Landscape')).Landscape,
  check: async () => (await import('../check/Check')).Check,
  diagnose: async () => (await import('../diagnose/Diagnose')).Diagnose,
  slips: async () => (await import('../slips/Slips')).Slips,
  depth: async () => (await import('../depth/Depth')).Depth,
};
