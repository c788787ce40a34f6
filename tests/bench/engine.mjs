// What one call into the core costs in Node: arguments across the boundary, arithmetic, plain data back.
import { loadEngine } from 'backprop-playground/engine';
import { median, network } from './statistics.mjs';

const rounds = 15;
/** Milliseconds a measurement lasts at least; far above the clock's resolution. */
const long = 20;

/** @param {() => unknown} call */
function microseconds(call) {
  let calls = 0;
  const start = performance.now();
  do {
    for (let n = 0; n < 10; n++) call();
    calls += 10;
  } while (performance.now() - start < long);
  return ((performance.now() - start) / calls) * 1000;
}

export async function benchEngine() {
  const engine = await loadEngine();
  const networks = {
    '1-1-1-1': network([1, 1, 1, 1]),
    '2-8-8-1': network([2, 8, 8, 1]),
    '64-64-64-64': network([64, 64, 64, 64]),
  };
  const ref = { layer: 0, unit: 0, input: 0 };
  const cases = Object.entries(networks).flatMap(([name, s]) => [
    { name: `evaluate, ${name}`, call: () => engine.evaluate(s) },
    { name: `derive, ${name}`, call: () => engine.derive(s, ref) },
    { name: `descend by 1, ${name}`, call: () => engine.descend(s, 1) },
    { name: `descend by 100, ${name}`, call: () => engine.descend(s, 100) },
  ]);

  // Interleaved: what else the machine does in a moment hits every case alike.
  const measured = cases.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    cases.forEach(({ call }, k) => {
      measured[k]?.push(microseconds(call));
    });
  }
  console.log(`Engine in Node: µs a call, median of ${rounds} interleaved runs`);
  cases.forEach(({ name }, k) => {
    console.log(
      `${median(measured[k] ?? [])
        .toFixed(1)
        .padStart(10)}  ${name}`,
    );
  });
}
