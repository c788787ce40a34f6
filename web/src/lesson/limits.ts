/** How large a lesson may be. Anything beyond is refused with its line. */
export const lessonLimits = {
  /** Characters; a packed link holds as many bytes at the most. */
  characters: 200_000,
  pages: 100,
  /** Lists and quotes inside each other. */
  depth: 12,
  /** Characters of a formula. */
  tex: 2_000,
  /** Of one page. */
  asks: 8,
  fewestOptions: 2,
  mostOptions: 6,
  highlights: 32,
} as const;
