import { load, openSession, prepareFrame } from './core.js';
import type { Source } from './load.js';
import type { PreloadOptions, Session, SignOptions } from './types.js';

export { DocumentologError } from './error.js';
export type {
  BlockedBy,
  ClosedBy,
  Diagnostic,
  ErrorCode,
  Locale,
  Outcome,
  Phase,
  Progress,
  Refusal,
  SignatureMethod,
} from './bindings.js';
export type * from './types.js';

/** The module: its address, what it answers, its bytes, or itself. */
export type WasmSource = string | URL | Request | Response | BufferSource | (WebAssembly.Module & object);

/** The module's file beside this one, unless the page has said where it is. */
const source =
  (wasm: WasmSource | PromiseLike<WasmSource> | undefined): Source =>
  async () => {
    const { startFrom } = await import('./streamed.js');
    return { start: startFrom(wasm ?? new URL('./documentolog-embed.wasm', import.meta.url)) };
  };

/** Signs in a modal dialog over the page. */
export function sign(options: SignOptions): Session {
  return openSession(source(undefined), null, options);
}

/** Signs in an element of the page, which the widget fills: an element, or a selector of one. */
export function mount(place: Element | string, options: SignOptions): Session {
  // No place is a mistake here (a ref that is not set yet) and not a wish for a dialog.
  return openSession(source(undefined), place ?? '', options);
}

/** The options of `preload()` of this entry. */
export interface ExternalPreloadOptions extends PreloadOptions {
  /**
   * The WebAssembly file, where the bundler does not find it by itself: its address, or what
   * `fetch` gave for it. Counts for the first load.
   */
  wasm?: WasmSource | PromiseLike<WasmSource>;
}

/**
 * Loads the widget's code, makes a frame and connects to the service ahead of use. The adapters
 * use what is loaded here.
 */
export async function preload(options?: ExternalPreloadOptions): Promise<void> {
  (await load(source(options?.wasm))).preconnect(options);
  prepareFrame();
}
