import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { palettePng } from '../../scripts/palettePng.mjs';

/** Of a PNG with a palette, without filters: its colours, 0xRRGGBB. */
function read(png: Buffer): { width: number; pixels: number[] } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const colours = [...rows].flatMap((index, k) =>
    k % (width + 1) === 0 ? [] : [chunks.get('PLTE')?.readUIntBE(3 * index, 3) ?? -1],
  );
  return { width, pixels: colours };
}

test('few colours stay what they are; of many, those that cover something do, and the others move to one nearby', () => {
  const few = Uint32Array.from({ length: 60 }, (_, k) => [0xffffff, 0x0a58b0, 0][k % 3] ?? 0);
  expect(read(palettePng(few, 12))).toEqual({ width: 12, pixels: [...few] });

  // Two areas that hardly differ, and a ramp of 1,000 colours.
  const many = Uint32Array.from({ length: 11_000 }, (_, k) =>
    k < 5_000 ? 0xf3f5f8 : k < 10_000 ? 0xf2f5f8 : ((k - 10_000) & 255) | (((k - 10_000) >> 8) << 20),
  );
  const { pixels } = read(palettePng(many, 110));
  expect(pixels.slice(0, 10_000)).toEqual([...many.slice(0, 10_000)]);
  expect(new Set(pixels).size).toBeLessThanOrEqual(256);
  many.forEach((pixel, k) => {
    for (const shift of [0, 8, 16])
      expect(Math.abs(((pixel >> shift) & 255) - (((pixels[k] ?? 0) >> shift) & 255))).toBeLessThan(8);
  });
});
