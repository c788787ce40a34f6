/** How many leading digits two numbers share, told by their relative difference. Infinity where they are the same. */
export const digitsShared = (error: number): number => Math.max(0, Math.floor(-Math.log10(error)));

/** Two numbers as written, cut after what they have in common. */
export function parted(a: string, b: string): { readonly common: string; readonly rests: readonly [string, string] } {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return { common: a.slice(0, length), rests: [a.slice(length), b.slice(length)] };
}
