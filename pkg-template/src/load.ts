import { wasmUnavailable } from './bindings.js';
import { DocumentologError } from './error.js';
import type { Open } from './widget.js';

let loading: Promise<Open> | undefined;

/**
 * Loads glue and WebAssembly, once, when first asked. A load that failed is tried
 * again by the next call.
 */
export function load(): Promise<Open> {
  loading ??= import('./widget.js')
    .then((widget) => widget.start(DocumentologError))
    .catch((cause: unknown) => {
      loading = undefined;
      throw new DocumentologError('wasm-unavailable', wasmUnavailable, { cause });
    });
  return loading;
}
