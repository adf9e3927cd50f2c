import { spareFrame } from './bindings.js';

const unused = `body>[${spareFrame}]`;

/**
 * Leaves a blank frame in the page, out of sight, for the session that the module opens next:
 * browsers take longer to make one than for anything else that opening takes, and the module may
 * still be on its way. Only where frames can be moved without being loaded anew (DOM,
 * `moveBefore`).
 */
export function prepareFrame(): Element | undefined {
  const body = globalThis.document?.body as (HTMLElement & { moveBefore?: unknown }) | undefined;
  if (!body?.moveBefore || body.querySelector(unused)) return;
  const frame = document.createElement('iframe');
  frame.toggleAttribute(spareFrame);
  // A page's own style for frames must not bring it to light.
  frame.style.cssText = 'display:none!important';
  body.append(frame);
  return frame;
}

/** Takes it away, if nothing has become of it. */
export function dropFrame(frame: Element | undefined): void {
  if (frame?.matches(unused)) frame.remove();
}
