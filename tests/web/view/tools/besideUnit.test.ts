import { expect, test } from 'vitest';
import { besideUnit } from '../../../../web/src/view/tools/besideUnit';

const size = { width: 210, height: 240 };
const height = 1000;

test('a card lies within what is seen of the drawing, and beside its unit wherever there is room', () => {
  for (const left of [0, 130, 500]) {
    for (const seen of [180, 326, 600, 1200]) {
      for (let x = left; x <= left + seen; x += 40) {
        for (let y = 20; y <= height - 20; y += 160) {
          const sight = { left, right: left + seen };
          const place = besideUnit({ x, y, radius: 17 }, size, sight, height);
          expect(place.left).toBeGreaterThanOrEqual(sight.left);
          expect(place.left + place.width).toBeLessThanOrEqual(sight.right);
          const top = 'top' in place.down ? place.down.top : height - place.down.bottom - size.height;
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + size.height).toBeLessThanOrEqual(height);
          // It covers the unit nowhere.
          const aside = place.left >= x + 17 || place.left + place.width <= x - 17;
          expect(aside || top >= y + 17 || top + size.height <= y - 17).toBe(true);
          if (seen >= 2 * size.width + 50) expect(aside).toBe(true);
        }
      }
    }
  }
});
