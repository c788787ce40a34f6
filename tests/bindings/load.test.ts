import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { isSupported, loadEngine } from '../../web/src/engine';
import { startScenario } from '../../web/src/scenario/start';

test('the engine starts from bytes it is handed', async () => {
  const wasmBinary = readFileSync(new URL('../../build/wasm/backprop.wasm', import.meta.url));
  const engine = await loadEngine({ wasmBinary });
  expect(engine.evaluate(startScenario).outputs).toHaveLength(1);
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
