import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { isSupported, loadEngine } from '../../web/src/engine';
import { startScenario } from '../../web/src/scenario/start';

test('the engine starts from bytes it is handed', async () => {
  const wasmBinary = readFileSync(new URL('../../build/wasm/backprop.wasm', import.meta.url));
  const engine = await loadEngine({ wasmBinary });
  expect(engine.evaluate(startScenario).outputs).toHaveLength(1);
});

test('what is not the module’s bytes is refused by the name of the option', async () => {
  const whole = readFileSync(new URL('../../build/wasm/backprop.wasm', import.meta.url));
  const wrong: unknown[] = [null, 'text', [0, 97, 115, 109], new DataView(new ArrayBuffer(8)), new Float64Array(whole)];
  for (const bytes of [...wrong, new ArrayBuffer(0), new Uint8Array(8), whole.subarray(0, 1000)]) {
    await expect(loadEngine({ wasmBinary: bytes as Uint8Array })).rejects.toThrow(/^wasmBinary: expects/);
  }
  const { buffer, byteOffset, length } = whole;
  const copy = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  expect((await loadEngine({ wasmBinary: copy })).evaluate(startScenario).outputs).toHaveLength(1);
});

test('two engines live side by side', async () => {
  const [one, other] = await Promise.all([loadEngine(), loadEngine()]);
  expect(one.evaluate(startScenario)).toEqual(other.evaluate(startScenario));
});

test('without SIMD loadEngine says what is missing', async () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  expect(isSupported()).toBe(false);
  await expect(loadEngine()).rejects.toThrow(/WebAssembly with SIMD/);
  vi.restoreAllMocks();
});

test('without WebAssembly loadEngine says what is missing', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(isSupported()).toBe(false);
  await expect(loadEngine()).rejects.toThrow(/WebAssembly with SIMD/);
  vi.unstubAllGlobals();
});

test('this Node supports the engine', () => {
  expect(isSupported()).toBe(true);
});
