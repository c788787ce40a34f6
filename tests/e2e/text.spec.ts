import { chromium } from '../../scripts/setup.mjs';
import { test } from './fixture';
import { expectAllWords } from './lost';

// A reader who has told the browser to write twice as large.
test.use({ launchOptions: { executablePath: chromium, args: ['--blink-settings=defaultFontSize=32'] } });

for (const width of [1440, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('in text twice as large no word is cut off or beyond the edge, in any view', async ({ page }) => {
      test.slow();
      await expectAllWords(page);
    });
  });
}
