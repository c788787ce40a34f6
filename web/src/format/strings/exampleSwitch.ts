/** The words of the switch from one example to the next. */
export const exampleSwitch = {
  example: (n: number, of: number) => `Example ${n} of ${of}`,
  meanCost: (cost: string, value: string) => ` · mean ${cost} of all ${value}`,
  previous: 'Previous example',
  next: 'Next example',
} as const;
