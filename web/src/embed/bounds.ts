/** How large and how frequent messages may be. What is beyond is dropped unread, and without a reply. */

/** Bytes of JSON text: 1 MiB. */
export const largest = 2 ** 20;
/** Messages in any second. */
const mostASecond = 50;

/**
 * Whether `data`, written as JSON in UTF-8, is longer than `most` bytes. Counts piece by piece and stops there, so that what
 * is far too large takes no longer than what is just too large; what refers to itself is infinitely large.
 */
export function isLargerThan(most: number, data: unknown): boolean {
  let left = most;
  const waiting: unknown[] = [data];
  while (waiting.length > 0 && left >= 0) {
    const value = waiting.pop();
    if (typeof value === 'string') left -= 2 + (value.length > left ? value.length : bytes(value));
    else if (typeof value === 'number' || typeof value === 'bigint') left -= String(value).length;
    else if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) left -= value.byteLength;
    else if (typeof value !== 'object' || value === null) left -= 4;
    else if (Array.isArray(value)) {
      left -= 2 + value.length;
      if (left >= 0) for (const item of value) waiting.push(item);
    } else {
      left -= 2;
      for (const key in value) {
        left -= 4 + key.length;
        if (left < 0) break;
        waiting.push(Reflect.get(value, key));
      }
    }
  }
  return left < 0;
}

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

/** Lets so many through in any second; `now` in milliseconds. */
export function createGate(most = mostASecond): (now: number) => boolean {
  const passed: number[] = [];
  return (now) => {
    while (passed.length > 0 && now - (passed[0] ?? now) >= 1000) passed.shift();
    if (passed.length >= most) return false;
    passed.push(now);
    return true;
  };
}
