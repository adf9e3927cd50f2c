// What a browser's bundle gets in place of the server's entry: by the condition `browser`.
import { sentences } from './server-bindings.js';
import { DocumentologServerError } from './server-error.js';

export { DocumentologServerError };
export { refuse as createClient, refuse as createMemoryStore, refuse as createWebhookHandler, refuse as parseWebhook };

/** The names are there, so that bundlers link them; nobody gets to call one. */
function refuse(): never {
  throw new DocumentologServerError('browser-refused', sentences['browser-refused']);
}

refuse();
