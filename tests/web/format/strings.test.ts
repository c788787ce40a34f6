import { expect, test } from 'vitest';
import { strings } from '../../../web/src/format/strings';

test('the chain rule counts its links, and its factors where they are opened into slope and weight', () => {
  const { summary } = strings.chain;
  expect(summary(4, 4, 'w₁', 'C')).toMatch(/^Four links from w₁ to C: .* four factors, multiplied\.$/);
  expect(summary(4, 7, 'w₁', 'C')).toMatch(/^Four links from w₁ to C, opened .*: seven factors, multiplied\.$/);
  expect(summary(1, 1, 'a₃', 'C')).toBe('One link from a₃ to C: one factor.');
  expect(summary(1, 2, 'a₃', 'C')).toMatch(/^One link from a₃ to C, opened .*: two factors, multiplied\.$/);
});
