// Messages that say "signed" and must not be believed: each from another place, and each
// refused for another reason.

import { signedElsewhere } from './backend.js';
import { signingFrame } from './session.js';

/** The guide's message of a signature. */
const SIGNED = { isDocumentolog: true, type: 'sign', success: true, signType: 'eds' };

/**
 * Each attack, with the reason for which it is refused. `place` is where frames of others
 * are shown.
 */
export const ATTACKS = {
  /** A script of the page makes the event up, with the right origin and source. */
  synthetic: {
    reason: 'untrusted',
    make({ baseUrl }) {
      const source = signingFrame().contentWindow;
      dispatchEvent(new MessageEvent('message', { origin: baseUrl, source, data: SIGNED }));
    },
  },
  /** A frame of another origin posts it. */
  stranger: {
    reason: 'source',
    make: ({ strangerUrl, place }) => addFrame(place, strangerUrl),
  },
  /** A frame of the very service posts that its document is signed: another document. */
  second: {
    reason: 'source',
    make: async ({ place }) => addFrame(place, await signedElsewhere()),
  },
  /** The session's own frame is sent to a page of another origin, which posts it. */
  navigated: {
    reason: 'origin',
    make: ({ strangerUrl }) => signingFrame().contentWindow.location.replace(strangerUrl),
  },
};

/** As the widget does: an address that opens something is in no attribute. */
function addFrame(place, url) {
  const frame = document.createElement('iframe');
  frame.title = new URL(url).origin;
  place.append(frame);
  frame.contentWindow.location.replace(url);
}
