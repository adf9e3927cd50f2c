import { load, openSession, prepareFrame } from './core.js';
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

/** Glue and module in one chunk, which every bundler can ship. */
const source = () => import('./embedded.js');

/** Signs in a modal dialog over the page. */
export function sign(options: SignOptions): Session {
  return openSession(source, null, options);
}

/** Signs in an element of the page, which the widget fills: an element, or a selector of one. */
export function mount(place: Element | string, options: SignOptions): Session {
  // No place is a mistake here (a ref that is not set yet) and not a wish for a dialog.
  return openSession(source, place ?? '', options);
}

/**
 * Loads the widget's code, makes a frame and connects to the service ahead of use, say when a
 * signer is about to press the button.
 */
export async function preload(options?: PreloadOptions): Promise<void> {
  (await load(source)).preconnect(options);
  prepareFrame();
}
