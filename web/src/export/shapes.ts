/** What is on screen, piece by piece, as SVG: boxes, lines of text, copies of what is SVG already. */
import { ascent, colour } from './colour';

/** Where the drawing begins on screen, and how many CSS pixels one of its own is. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  }
  return made;
}

const round = (x: number): number => Math.round(100 * x) / 100;

const placed = (rect: DOMRect, { left, top, scale }: Frame) => ({
  x: (rect.left - left) / scale,
  y: (rect.top - top) / scale,
  width: rect.width / scale,
  height: rect.height / scale,
});

/** Background and border. */
export function box(from: Element, style: CSSStyleDeclaration, frame: Frame): SVGElement[] {
  const fill = colour(style.backgroundColor);
  const width = Number.parseFloat(style.borderTopWidth) || 0;
  const stroke = width > 0 && style.borderTopStyle !== 'none' ? colour(style.borderTopColor) : 'none';
  const at = placed(from.getBoundingClientRect(), frame);
  if ((fill === 'none' && stroke === 'none') || at.width === 0 || at.height === 0) return [];
  const inset = stroke === 'none' ? 0 : width / 2;
  return [
    element('rect', {
      x: at.x + inset,
      y: at.y + inset,
      width: at.width - 2 * inset,
      height: at.height - 2 * inset,
      rx: Math.min(radiusOf(style, at.height), at.height / 2),
      fill,
      ...(stroke !== 'none' && {
        stroke,
        'stroke-width': width,
        'stroke-dasharray': style.borderTopStyle === 'dashed' ? `${3 * width} ${2 * width}` : undefined,
      }),
      ...faded(style),
    }),
  ];
}

const radiusOf = ({ borderTopLeftRadius }: CSSStyleDeclaration, height: number): number => {
  const radius = Number.parseFloat(borderTopLeftRadius) || 0;
  return borderTopLeftRadius.includes('%') ? (radius / 100) * height : radius;
};

const faded = ({ opacity }: CSSStyleDeclaration): Attributes => ({ opacity: opacity === '1' ? undefined : opacity });

/** The lines of a text where they stand; a field's text stands in the middle of it, as on the page. */
export function label(of: Text | HTMLInputElement, style: CSSStyleDeclaration, frame: Frame): SVGElement[] {
  const fill = colour(style.color);
  if (fill === 'none') return [];
  const { above, below } = ascent(`${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`);
  const write = (words: string, rect: DOMRect, centred: boolean) => {
    const at = placed(rect, frame);
    const line = element('text', {
      x: centred ? at.x + at.width / 2 : at.x,
      y: at.y + (at.height + above - below) / 2,
      'text-anchor': centred ? 'middle' : undefined,
      // Another reader may have other fonts: the words keep their place.
      ...(!centred && words.length > 1 && { textLength: at.width, lengthAdjust: 'spacingAndGlyphs' }),
      'font-family': style.fontFamily,
      'font-size': style.fontSize.replace('px', ''),
      'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
      'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
      fill,
      ...faded(style),
    });
    line.textContent = words;
    return line;
  };
  if (of instanceof HTMLInputElement) return [write(of.value, of.getBoundingClientRect(), true)];
  return linesOf(of).map(({ words, rect }) => write(words, rect, false));
}

/** A text that wraps is several lines: letters of one height belong together, from the first that is seen to the last. */
function linesOf(text: Text): { words: string; rect: DOMRect }[] {
  const lines: { words: string; rect: DOMRect }[] = [];
  const range = document.createRange();
  for (let i = 0; i < text.data.length; i++) {
    range.setStart(text, i);
    range.setEnd(text, i + 1);
    const [rect] = range.getClientRects();
    const letter = text.data[i] ?? '';
    if (!rect || rect.width === 0 || letter.trim() === '') continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.rect.top - rect.top) < rect.height / 2) {
      line.words += (/\s/.test(text.data[i - 1] ?? '') ? ' ' : '') + letter;
      line.rect = new DOMRect(line.rect.x, line.rect.y, rect.right - line.rect.left, line.rect.height);
    } else lines.push({ words: letter, rect });
  }
  return lines;
}

const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'marker-end',
] as const;

/** What an SVG reader takes for granted. */
const plain: Readonly<Record<string, string>> = {
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'marker-end': 'none',
};

/** A drawing of the page with all its looks as attributes, at its place. */
export function copied(from: SVGSVGElement, frame: Frame): SVGElement {
  const rect = from.getBoundingClientRect();
  const at = placed(rect, frame);
  const [, , width = at.width] = (from.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const own = from.hasAttribute('viewBox') && width > 0 ? at.width / width : 1;
  const group = element('g', {
    transform: `translate(${round(at.x)} ${round(at.y)})${own === 1 ? '' : ` scale(${round(own)})`}`,
  });
  for (const child of from.children) {
    const copy = withLooks(child);
    if (copy) group.append(copy);
  }
  return group;
}

/** Grips are there to be hit, not seen. */
const isSeen = (style: CSSStyleDeclaration): boolean =>
  style.display !== 'none' && style.visibility !== 'hidden' && style.opacity !== '0';

function withLooks(from: Element): Element | undefined {
  const style = getComputedStyle(from);
  if (!isSeen(style) || from.tagName === 'title') return undefined;
  const isShape = from instanceof SVGGeometryElement;
  if (isShape && colour(style.fill) === 'none' && colour(style.stroke) === 'none') return undefined;
  const copy = from.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) {
    if (name === 'class' || name === 'style' || name === 'role' || /^(?:data|aria)-/.test(name))
      copy.removeAttribute(name);
  }
  for (const look of isShape ? looks : []) {
    const value = style.getPropertyValue(look);
    const written =
      look === 'fill' || look === 'stroke' ? colour(value) : value.replaceAll('px', '').replaceAll('"', '');
    if (written !== plain[look]) copy.setAttribute(look, written);
    else copy.removeAttribute(look);
  }
  for (const child of from.children) {
    const inside = withLooks(child);
    if (inside) copy.append(inside);
  }
  return copy;
}
