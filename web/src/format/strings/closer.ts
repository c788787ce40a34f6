/** The words of the row that opens a closer look. */
export const closerWords = {
  heading: 'A closer look',
  lead: 'Look closer:',
  names: {
    landscape: 'Landscape',
    depth: 'Depth',
    check: 'Check',
    diagnose: 'What is wrong here?',
    slips: 'What if it were wrong?',
  },
  loading: 'Loading…',
  failed: (reason: string) => `This view could not be loaded (${reason}). Close it and open it again to try once more.`,
  later: 'A closer look needs the whole step: it comes back in the Update phase, or when you leave the phases.',
} as const;
