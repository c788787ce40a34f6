/** Random numbers that are the same everywhere: Mulberry32. */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  bits() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /**
   * @param {number} low
   * @param {number} high
   */
  between(low, high) {
    return low + (high - low) * ((this.bits() + this.bits() / 2 ** 32) / 2 ** 32);
  }

  /** @param {number} count */
  below(count) {
    return Math.floor(this.between(0, count));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.between(0, 1) < probability;
  }

  /**
   * @param {number} count
   * @param {number} low
   * @param {number} high
   */
  list(count, low, high) {
    return Array.from({ length: count }, () => this.between(low, high));
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @returns {T[]}
   */
  shuffled(items) {
    const order = [...items];
    for (let k = order.length - 1; k > 0; k--) {
      const other = this.below(k + 1);
      [order[k], order[other]] = [/** @type {T} */ (order[other]), /** @type {T} */ (order[k])];
    }
    return order;
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @returns {T}
   */
  one(items) {
    return /** @type {T} */ (items[this.below(items.length)]);
  }
}
