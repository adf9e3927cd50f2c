import { load } from './load.js';
import { openSession } from './session.js';
import type { Session } from './session.js';
import type { SignOptions } from './types.js';

export { DocumentologError } from './error.js';
export type { Session } from './session.js';
export type * from './bindings.js';
export type * from './types.js';

/** Signs in a modal dialog over the page. */
export function sign(options: SignOptions): Session {
  return openSession(null, options);
}

/** Signs in an element of the page, which the widget fills: an element, or a selector of one. */
export function mount(place: Element | string, options: SignOptions): Session {
  // No place is a mistake here (a ref that is not set yet) and not a wish for a dialog.
  return openSession(place ?? '', options);
}

/** Loads the widget's code ahead of use, say when a signer is about to press the button. */
export async function preload(): Promise<void> {
  await load();
}
