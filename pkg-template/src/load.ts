import { wasmUnavailable } from './bindings.js';
import { DocumentologError } from './error.js';
import type { Start, Widget } from './widget.js';

/** Where glue and module come from: a chunk that is loaded when first asked for. */
export type Source = () => Promise<{ start: Start }>;

let loading: Promise<Widget> | undefined;

/**
 * Loads glue and WebAssembly, once for all entries. A load that failed is tried again by
 * the next call, and an instance that has crashed is followed by a fresh one.
 */
export function load(source: Source): Promise<Widget> {
  const forget = () => (loading = undefined);
  return (loading ??= source()
    .then(({ start }) => start(DocumentologError, forget))
    .catch((cause: unknown) => {
      forget();
      throw new DocumentologError('wasm-unavailable', wasmUnavailable, { cause });
    }));
}
