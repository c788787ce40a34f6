/** What the tests ask of a browser, whichever it is. */
export interface Browser {
  readonly name: string;
  /** Loads an address in the one window, 1280 × 900. */
  open(url: string): Promise<void>;
  /** What the body of an async function returns in the page, or in the frame that was entered. JSON goes across. */
  run<T>(body: string): Promise<T>;
  /** A click of the mouse on the middle of what an XPath finds. */
  click(xpath: string): Promise<void>;
  /** From now on `run` and `click` act in this frame, until the next `open`. */
  enter(frame: string): Promise<void>;
  close(): Promise<void>;
}

export const size = { width: 1280, height: 900 };

/** An async function of that body, called: the same text for every engine. */
export const called = (body: string): string => `(async () => { ${body} })()`;

/** Asks until the answer is true; a page that never says so fails with what was waited for. */
export async function until(browser: Browser, what: string, body: string, seconds = 30): Promise<void> {
  const end = Date.now() + 1000 * seconds;
  while (!(await browser.run<boolean>(body))) {
    if (Date.now() > end) throw new Error(`${browser.name} waited ${seconds} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
