import createFirst from '#first';
import { firstCalls } from './call';
import type { FirstEngine } from './engine';
import { isSupported } from './support';

// Written so that Vite recognises it as an asset.
const wasmAddress = new URL('../../../build/wasm/first.wasm', import.meta.url);

/** The part of the engine that the page's first screen needs: half the bytes of the whole, the same arithmetic. */
export async function loadFirst(): Promise<FirstEngine> {
  if (!isSupported()) throw new Error('The engine needs WebAssembly with SIMD, which is missing or turned off here.');
  const core = await createFirst({ locateFile: () => wasmAddress.href });
  core.keepLists();
  return firstCalls(core);
}
