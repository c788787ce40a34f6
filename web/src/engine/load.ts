import createBackprop from '#backprop';
import type { BackpropModule, DescentPart, InitialiseOptions, Slip } from '../../../bindings/backprop';
import type { Like, ParameterRef, Scenario, WrittenScenario } from '../scenario/types';
import { firstCalls, opened } from './call';
import type { Engine, WholeEngine } from './engine';
import { isSupported } from './support';

export interface LoadOptions {
  /** The bytes of the WebAssembly module, for places where they can be neither fetched nor read from a file. */
  readonly wasmBinary?: ArrayBuffer | Uint8Array;
}

// Written so that Vite recognises it as an asset, and the built file beside this module is found from any folder.
const wasmAddress = new URL('../../../build/wasm/backprop.wasm', import.meta.url);

/**
 * Compiles the core and hands back its functions. In a browser the module is fetched from beside this file, in Node it
 * is read from there. Fails with a plain Error that says so where WebAssembly or its SIMD instructions are missing, or where
 * what it was handed are not the bytes of the module.
 */
export async function loadEngine({ wasmBinary }: LoadOptions = {}): Promise<Engine> {
  if (wasmBinary === undefined) return calls(await compiled(readWasm()));
  // Emscripten would fail with sentences of its own. A name, since each frame has a Uint8Array of its own.
  const kind = Object.prototype.toString.call(wasmBinary).slice('[object '.length, -1);
  if (kind !== 'ArrayBuffer' && kind !== 'Uint8Array') {
    throw new Error('wasmBinary: expects an ArrayBuffer or a Uint8Array');
  }
  if (isSupported() && !WebAssembly.validate(wasmBinary as BufferSource)) {
    throw new Error('wasmBinary: expects the bytes of the engine’s .wasm file, whole');
  }
  return calls(await compiled(wasmBinary));
}

/** For the page, whose documents never change: of thousands of examples each list crosses the boundary once. */
export async function loadWhole(): Promise<WholeEngine> {
  const core = await compiled(readWasm());
  core.keepLists();
  return {
    ...calls(core),
    checkOn: (scenario, progress, moves) => opened(core.checkOn(scenario, progress, moves)),
    diagnoseOn: (scenario, progress, examples) => opened(core.diagnoseOn(scenario, progress, examples)),
    descendOn: (scenario, progress, examples) =>
      opened(core.descendOn(scenario, progress, examples)) as DescentPart<Scenario>,
  };
}

function compiled(wasmBinary: LoadOptions['wasmBinary']): Promise<BackpropModule> {
  if (!isSupported()) throw new Error('The engine needs WebAssembly with SIMD, which is missing or turned off here.');
  return createBackprop(wasmBinary ? { wasmBinary } : { locateFile: () => wasmAddress.href });
}

function calls(core: BackpropModule): Engine {
  return {
    ...firstCalls(core),
    check: (scenario) => opened(core.check(scenario)),
    landscape: (scenario, options) => opened(core.landscape(scenario, options)),
    initialise: <S extends WrittenScenario>(scenario: S, options: InitialiseOptions) =>
      opened(core.initialise(scenario, options)) as Like<S>,
    diagnose: (scenario) => opened(core.diagnose(scenario)),
    slips: <S extends WrittenScenario>(scenario: S, ref: ParameterRef) =>
      opened(core.slips(scenario, ref)) as readonly Slip<Like<S>>[],
  };
}

/** The bytes of the module where this file lies on a disk, as in Node; undefined in a browser, which fetches them. */
function readWasm(): Uint8Array | undefined {
  if (wasmAddress.protocol !== 'file:') return undefined;
  return globalThis.process?.getBuiltinModule?.('node:fs').readFileSync(wasmAddress);
}
