// The chunk of the entry `./external`: the module is a file of its own.
import type { WasmSource } from './external.js';
import { startModule } from './widget.js';
import type { Start } from './widget.js';

/** Starts the module that comes from there. */
export const startFrom =
  (source: WasmSource | PromiseLike<WasmSource>): Start =>
  (errorClass, forget) =>
    startModule(async () => compile(await source), errorClass, forget);

async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`the WebAssembly file answers ${response.status}`);
  // A server that does not know the type must not be the end of it.
  if (!/^application\/wasm\b/.test(response.headers.get('content-type') ?? '')) {
    return WebAssembly.compile(await response.arrayBuffer());
  }
  return WebAssembly.compileStreaming(response);
}
