/** The lessons that come with the page. Each is a file of Markdown, fetched when it is opened. */
export const lessonIds = ['nudge', 'reuse', 'step', 'still'] as const;
export type LessonId = (typeof lessonIds)[number];

const load: Record<LessonId, () => Promise<{ readonly default: string }>> = {
  nudge: () => import('./lessons/nudge.md?raw'),
  reuse: () => import('./lessons/reuse.md?raw'),
  step: () => import('./lessons/step.md?raw'),
  still: () => import('./lessons/still.md?raw'),
};

export const isLessonId = (name: string): name is LessonId => lessonIds.some((id) => id === name);

/** Its Markdown, for `parseLesson`. */
export const builtInLesson = async (id: LessonId): Promise<string> => (await load[id]()).default;
