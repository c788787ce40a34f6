/** The words of long runs and of runs held against each other; they come when somebody asks for them. */
export const runWords = {
  howMany: 'Run',
  steps: (count: string) => `${count} steps`,
  start: 'Start',
  progress: (done: string, total: string) => `${done} of ${total} steps`,
  cancel: 'Cancel',
  kept: 'What was run is kept.',
  compare: 'Compare with',
  nothing: 'nothing',
  none: 'no earlier run yet: run, change something, run again',
  earlier: (steps: string, rate: string, cost: string, from: string, to: string) =>
    `${steps} steps, ${rate}: ${cost} ${from} → ${to}`,
  dashed: 'dashed: the earlier run',
  there: (cost: string, earlier: string, now: string) => `here ${cost} was ${earlier} and is ${now}`,
  over: 'the earlier run has no such step',
} as const;
