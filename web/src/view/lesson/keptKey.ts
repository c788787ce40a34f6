/** Where the tab keeps its open lesson. */
export const keptKey = 'backprop-playground.lesson';
