import createBackprop from '#backprop';
import type { Failure } from '../../../bindings/backprop';
import type { Engine } from './engine';
import { ScenarioError } from './error';
import { isSupported } from './support';

export interface LoadOptions {
  /** The bytes of the WebAssembly module, for places where they can be neither fetched nor read from a file. */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
}

// Written so that Vite recognises it as an asset, and the built file beside this module is found from any folder.
const wasmAddress = new URL('../../../build/wasm/backprop.wasm', import.meta.url);

/**
 * Compiles the core and hands back its functions. In a browser the module is fetched from beside this file, in Node it
 * is read from there. Fails with a plain Error that says so where WebAssembly or its SIMD instructions are missing.
 */
export async function loadEngine({ wasmBinary = readWasm() }: LoadOptions = {}): Promise<Engine> {
  if (!isSupported()) throw new Error('The engine needs WebAssembly with SIMD, which is missing or turned off here.');
  const core = await createBackprop(wasmBinary ? { wasmBinary } : { locateFile: () => wasmAddress.href });
  return {
    evaluate: (scenario, example = 0) => opened(core.evaluate(scenario, example)),
    derive: (scenario, ref, { example = 0, paths = 10 } = {}) => opened(core.derive(scenario, ref, example, paths)),
    gradient: (scenario) => opened(core.gradient(scenario)),
    descend: (scenario, steps) => opened(core.descend(scenario, steps)),
    nudge: (scenario, ref, delta, example = 0) => opened(core.nudge(scenario, ref, delta, example)),
    predict: (scenario, inputs) => opened(core.predict(scenario, inputs)),
    check: (scenario) => opened(core.check(scenario)),
    landscape: (scenario, options) => opened(core.landscape(scenario, options)),
    initialise: (scenario, options) => opened(core.initialise(scenario, options)),
    examples: (dataset) => opened(core.examples(dataset)),
    diagnose: (scenario) => opened(core.diagnose(scenario)),
    slips: (scenario, ref) => opened(core.slips(scenario, ref)),
  };
}

/** Failures cross the boundary as values (a C++ exception would arrive as a bare number); here they become errors. */
function opened<T extends object>(result: T | Failure): T {
  if ('error' in result) throw new ScenarioError(result.error.path, result.error.message);
  return result;
}

/** The bytes of the module where this file lies on a disk, as in Node; undefined in a browser, which fetches them. */
function readWasm(): Uint8Array | undefined {
  if (wasmAddress.protocol !== 'file:') return undefined;
  return globalThis.process?.getBuiltinModule?.('node:fs').readFileSync(wasmAddress);
}
