/** CRC-32 as zip and PNG have it: finds every changed character and, but for one in four billion, every cut. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** What a running checksum starts with. */
export const crcStart = -1;

export function crcMore(running: number, bytes: Uint8Array): number {
  let rest = running;
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 0xff] ?? 0);
  return rest | 0;
}

/** Eight lower-case hexadecimal digits. */
export const crcEnd = (running: number): string => (~running >>> 0).toString(16).padStart(8, '0');

/** The running checksum that ends as this one. */
export const crcBefore = (checksum: string): number => ~Number.parseInt(checksum, 16);

export const crc32 = (bytes: Uint8Array): string => crcEnd(crcMore(crcStart, bytes));
