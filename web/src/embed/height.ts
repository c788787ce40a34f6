/**
 * Tells the window around the page how high the page is. The height follows from the width alone (presentation.css sees to
 * that), so a host that makes the frame as high as it is told comes to rest.
 */
import { protocol, source } from './message';

/** What other hosts understand: Canvas, and pages with the resizer of H5P. */
const alsoSaid = (height: number): object[] => [
  { subject: 'lti.frameResize', height },
  // Its resizer reads the one or the other, as old as it is.
  { context: 'h5p', action: 'resize', scrollHeight: height, height },
];

export function tellHeight(page: Element, around: Window, origin: string | undefined): void {
  const at = origin ?? '*';
  let told = 0;
  around.postMessage({ context: 'h5p', action: 'hello' }, at);
  const observer = new ResizeObserver(() => {
    const { width, height: exact } = page.getBoundingClientRect();
    const height = Math.ceil(exact);
    // In a collapsed section the frame has no width yet, and no height that means anything.
    if (width === 0 || height === told) return;
    told = height;
    around.postMessage({ source, v: protocol, type: 'resize', height }, at);
    for (const message of alsoSaid(height)) around.postMessage(message, at);
  });
  observer.observe(page);
}
