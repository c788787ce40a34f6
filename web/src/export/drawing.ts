/**
 * The drawing on the page as one SVG that needs nothing else: its lines are the page's own, its words and fields become text
 * and boxes, every look is a presentation attribute. Nothing that only serves a hand, such as − and +, is in it.
 */
import { colour } from './colour';
import { box, copied, element, type Frame, label } from './shapes';

const svgName = 'http://www.w3.org/2000/svg';

/** What is for hands, or for ears alone. */
const leftOut = 'button[tabindex="-1"], select, option, .visually-hidden, [popover]';

/** @param canvas what the drawing stands on; its size is the picture's, which what hangs out below it makes higher */
export function drawingOf(canvas: HTMLElement): SVGSVGElement {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const scale = width / canvas.offsetWidth || 1;
  const frame: Frame = { left, top, scale };
  const svg = document.createElementNS(svgName, 'svg');
  svg.setAttribute('xmlns', svgName);
  const size = [Math.ceil(width / scale), Math.max(Math.ceil(height / scale), canvas.scrollHeight)] as const;
  svg.setAttribute('width', String(size[0]));
  svg.setAttribute('height', String(size[1]));
  svg.setAttribute('viewBox', `0 0 ${size[0]} ${size[1]}`);
  svg.append(element('rect', { width: size[0], height: size[1], fill: paperOf(canvas) }));
  for (const child of canvas.children) svg.append(...drawn(child, frame));
  return svg;
}

/** The same as text, as it is written to a file. */
export const textOf = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/** The nearest colour behind it. */
function paperOf(start: Element): string {
  for (let at: Element | null = start; at; at = at.parentElement) {
    const paper = colour(getComputedStyle(at).backgroundColor);
    if (paper !== 'none') return paper;
  }
  return 'none';
}

function drawn(from: Element, frame: Frame): Element[] {
  const style = getComputedStyle(from);
  if (from.matches(leftOut) || style.display === 'none' || style.visibility === 'hidden') return [];
  if (from instanceof SVGSVGElement) return [copied(from, frame)];
  const own = box(from, style, frame);
  if (from instanceof HTMLInputElement) return from.type === 'text' ? [...own, ...label(from, style, frame)] : [];
  const inside = [...from.childNodes].flatMap((child) => {
    if (child instanceof Element) return drawn(child, frame);
    return child instanceof Text ? label(child, style, frame) : [];
  });
  return [...own, ...inside];
}
