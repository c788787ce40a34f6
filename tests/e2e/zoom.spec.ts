import { test } from './fixture';
import { expectAllWords } from './lost';

// A window of 1440 px zoomed to 200 %.
test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

test('zoomed to 200 %, no word is cut off or beyond the edge, in any view', async ({ page }) => {
  test.slow();
  await expectAllWords(page);
});
