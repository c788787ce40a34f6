/** How large a lesson may be. Anything beyond is refused with its line. */
export const lessonLimits = {
  characters: 50_000,
  pages: 50,
  /** Lines with no empty one between them. */
  together: 300,
  /** Of * _ [ ] in these lines: to find which of them belong together takes as long as there are pairs of them. */
  marks: 400,
  /** Lists and quotes inside each other. */
  depth: 12,
  /** Columns of a table. */
  columns: 12,
  /** Characters of a formula. */
  tex: 2_000,
  /** Of one page. */
  asks: 8,
  fewestOptions: 2,
  mostOptions: 6,
  highlights: 32,
} as const;
