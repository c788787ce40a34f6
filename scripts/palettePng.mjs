// A picture of the page as a PNG with a palette: a third of the bytes, and the same to the eye. A screen has few colours that
// cover anything; the thousands of others lie between two of these, at the edges of letters.
import { deflateSync } from 'node:zlib';

const mostColours = 256;

/** Part of the picture from which on a colour covers something, and is kept as it is. */
const covering = 1 / 4000;

/** @param {number} one @param {number} other both 0xRRGGBB; the square of their distance */
const apart = (one, other) =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2;

/**
 * The colours that cover something, then the others by how often they are met, but none too near to one that is there.
 * @param {Uint32Array} pixels
 */
function paletteOf(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one);
  for (let nearest = 0; ; nearest++) {
    /** @type {number[]} */
    const palette = [];
    for (const [rank, [colour, count]] of byCount.entries()) {
      const kept = rank < mostColours / 2 && count > pixels.length * covering;
      if (kept || palette.every((there) => apart(colour, there) > nearest ** 2)) palette.push(colour);
      if (palette.length > mostColours) break;
    }
    if (palette.length <= mostColours) return palette;
  }
}

/** @param {Uint32Array} pixels @param {readonly number[]} palette where each pixel's colour stands, or the nearest */
function indicesOf(pixels, palette) {
  /** @type {Map<number, number>} */
  const known = new Map();
  return pixels.map((pixel) => {
    const before = known.get(pixel);
    if (before !== undefined) return before;
    const distances = palette.map((colour) => apart(pixel, colour));
    const index = distances.indexOf(Math.min(...distances));
    known.set(pixel, index);
    return index;
  });
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  let crc = -1;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(~crc >>> 0);
  return Buffer.concat([length, body, check]);
}

/**
 * @param {Uint32Array} pixels 0xRRGGBB, row by row
 * @param {number} width
 */
export function palettePng(pixels, width) {
  const height = pixels.length / width;
  const palette = paletteOf(pixels);
  const indices = indicesOf(pixels, palette);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, a palette
  const rows = Buffer.alloc(height * (width + 1)); // before each row a 0: no filter
  for (let row = 0; row < height; row++)
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
