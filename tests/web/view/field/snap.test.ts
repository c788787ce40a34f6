import { describe, expect, test } from 'vitest';
import { snapped, stepPast } from '../../../../web/src/view/field/snap';

const snap = 0.6234;

describe('a number that steps stop at', () => {
  test('is met on the way, up and down, and left again for the next whole step', () => {
    expect(stepPast(0.63, -0.01, snap)).toBe(snap);
    expect(stepPast(snap, -0.01, snap)).toBe(0.62);
    expect(stepPast(0.62, 0.01, snap)).toBe(snap);
    expect(stepPast(snap, 0.01, snap)).toBe(0.63);
    expect(stepPast(-0.02, -0.1, -0.1)).toBe(-0.1);
    expect(stepPast(-0.1, -0.1, -0.1)).toBe(-0.2);
  });

  test('changes no step that does not pass it', () => {
    expect(stepPast(0.7, -0.01, snap)).toBe(0.69);
    expect(stepPast(0.7, -0.01, undefined)).toBe(0.69);
    expect(stepPast(0.7, 0, snap)).toBe(0.7);
  });

  test('holds a drag for as long as no other step is nearer', () => {
    expect(snapped(0.62, 0.01, snap)).toBe(snap);
    expect(snapped(0.63, 0.01, snap)).toBe(0.63);
    expect(snapped(0.62, 0.01, undefined)).toBe(0.62);
  });
});
