/** The words of the tools above the drawing, and of what the drawing tells on demand. */
export const toolWords = {
  face: 'Network as',
  faces: { drawing: 'drawing', table: 'table' },
  edit: 'Edit',
  editHint: 'Add and remove layers and units, choose activations, loss and rule',
  data: 'Data',
  dataHint: 'The examples as a table: add, remove, change, paste',
  zoom: 'Size of the drawing',
  smaller: 'Make the drawing smaller',
  larger: 'Make the drawing larger',
  actual: (percent: string) => `${percent}: back to 100 %`,
  beyond: 'Wider than its frame: move it sideways, or press\u00A0−.',
  zoomHint: 'also Ctrl and the wheel',

  numbers: (symbol: string) => `Numbers of ${symbol}`,
  explain: (symbol: string) => `Explain ${symbol}`,
  itsWeights: 'Show its weights',
  itsLargestWeight: 'Show its largest weight',
  close: 'Close',
} as const;
