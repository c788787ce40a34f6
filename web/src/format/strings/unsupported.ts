/** Why the worked example stands in the place of the live page. */
export const unsupportedWords = {
  wasm: () =>
    'This browser cannot run WebAssembly, which computes every number here. The worked example below is the same in any browser.',
  simd: () =>
    'This browser’s WebAssembly has no SIMD, which the computing core needs. The worked example below is the same in any browser.',
  failed: (reason: string) =>
    `The computing core could not be loaded (${reason}). The worked example below is the same in any browser.`,
} as const;
