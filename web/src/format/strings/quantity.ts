/** The words of quantities that have no symbol. */
export const quantityWords = {
  steps: 'steps',
} as const;
