/**
 * The smallest module that uses SIMD: (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt). A browser without
 * SIMD finds it invalid; nothing is compiled or run.
 */
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** Whether the core can run here: WebAssembly with SIMD (Chrome 91, Firefox 89, Safari 16.4, Node 16 and newer). */
export function isSupported(): boolean {
  // Some hardened browsers hide WebAssembly altogether, others throw on any use of it.
  try {
    return WebAssembly.validate(simdModule);
  } catch {
    return false;
  }
}
