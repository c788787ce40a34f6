/** Pixels for one of the drawing's: sharp on a screen and on paper, unless it would be too many to hold. */
const sharpest = 2;
const mostPixels = 16e6;

/** The picture as a `data:` URL of a PNG. */
export async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const sharpness = Math.min(sharpest, Math.sqrt(mostPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sharpness * width);
  canvas.height = Math.round(sharpness * height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
