import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFragment, type Opened } from '../../../../web/src/scenario/link/decode';
import { fragmentFor, packedFragment, readableFragment } from '../../../../web/src/scenario/link/encode';
import { anyBookmark } from './bookmarks';
import { noDrawing } from './stage';

/** LINK_RUNS=100000 npx vitest run roundTrip: as many as one has time for. */
const runs = Number(process.env['LINK_RUNS'] ?? 500);

test(
  'a link opens as the bookmark it was made of, bit for bit, and makes the same link again',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyBookmark, async (bookmark) => {
        for (const encode of [readableFragment, packedFragment, fragmentFor]) {
          const fragment = encode(bookmark);
          if (fragment === undefined) continue;
          const opened = await decodeFragment(fragment, noDrawing);
          expect(opened).toStrictEqual({ kind: 'bookmark', bookmark, notices: [] } satisfies Opened);
          expect(opened.kind === 'bookmark' && encode(opened.bookmark)).toBe(fragment);
        }
      }),
      { numRuns: runs },
    );
  },
  30_000 + 20 * runs,
);
