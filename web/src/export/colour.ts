const pen = document.createElement('canvas').getContext('2d');

/** A computed colour as every reader of SVG knows it: #rrggbb, or rgba(…); none where nothing of it is seen. */
export function colour(computed: string): string {
  if (!pen || computed === 'none' || computed === '') return 'none';
  pen.fillStyle = '#000000';
  pen.fillStyle = computed;
  const known = String(pen.fillStyle);
  return /^rgba\(.*, 0(?:\.0+)?\)$/.test(known) ? 'none' : known;
}

/** How far above the middle of a line its letters stand: to the baseline, in CSS pixels. */
export function ascent(font: string): { readonly above: number; readonly below: number } {
  if (!pen) return { above: 0, below: 0 };
  pen.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('x');
  return { above: fontBoundingBoxAscent, below: fontBoundingBoxDescent };
}
