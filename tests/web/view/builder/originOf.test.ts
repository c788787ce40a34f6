import { expect, test } from 'vitest';
import { originOf } from '../../../../web/src/view/builder/originOf';

test('of an address of the web the origin is taken, however much of it somebody pastes; of anything else none', () => {
  expect(originOf(' https://Course.example/week/3?a=b#c ')).toBe('https://course.example');
  expect(originOf('http://localhost:8888/notebooks')).toBe('http://localhost:8888');
  for (const none of ['', 'course.example', 'file:///home/me', 'javascript:1', 'https://', 'null'])
    expect(originOf(none), none).toBeUndefined();
});
