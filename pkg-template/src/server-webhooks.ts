import type { ServerErrorCode, WebhookEvent } from './server-bindings.js';
import { limits, statuses, times } from './server-bindings.js';
import { readAll } from './server-client.js';
import { DocumentologServerError } from './server-error.js';
import { call, failed } from './server-module.js';
import { checkOptions, wrong } from './server-options.js';
import type { WebhookStore } from './server-store.js';

/** How webhooks are taken in. */
export interface WebhookHandlerOptions {
  /** Where they are kept. */
  store: WebhookStore;
  /**
   * How long a secret counts, in whole milliseconds. 365 days if not given: it has to outlast the
   * whole signing. Recipients sign one after another, each link lives for 30 days from when it is
   * sent, and a reminder renews it; a webhook that comes later is answered 404.
   */
  secretLifetime?: number | undefined;
  /**
   * Called with every webhook that has been recorded for the first time, and waited for. The
   * webhook is safe by then: what fails here is told to `onError`, and is not called again.
   */
  onNew?: ((received: Received) => void | Promise<void>) | undefined;
  /**
   * Told of what goes wrong behind an answer of 500, and in `onNew`; of each webhook that came to
   * a known address and was refused; and, once, of each that is recorded and is not as the guide
   * has it (`webhook-malformed`, with the `field`). Of strangers it is told nothing. It is not
   * waited for, and the console is told of what fails in it. If not given,
   * the console is, of `code` and `message` alone: a store's own error, the `cause`, may hold what
   * the store was given, and so names and IINs.
   */
  onError?: ((error: unknown) => void | Promise<void>) | undefined;
}

/** The body of a webhook, as it came. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;

/** A webhook that has been recorded. */
export interface Received {
  /** What you call the document: as it was given to `issueSecret`. */
  reference: string;
  /** What has happened. It names people: keep it from pages and logs. */
  event: WebhookEvent;
  /** Whether it has not been recorded before. */
  isNew: boolean;
}

/** A webhook of a document. */
export interface StoredWebhook {
  /** What has happened. It names people: keep it from pages and logs. */
  event: WebhookEvent;
  /** When it came, in milliseconds since 1970. */
  receivedAt: number;
}

/**
 * Takes webhooks in: give it every `POST` to your webhook route. The secret is the last part of
 * the address's path. It answers 200 once the webhook is recorded, 400 to what is no webhook (no
 * JSON object, or without an `event`), 404 to an address that is nobody's, of which it reads no
 * body, 413 to more than 256 KiB, and 500 where the store failed, and where your own code gives
 * what cannot be read, such as a request whose body is read already: if the service tries again
 * (the guide does not say), nothing is lost.
 */
export interface WebhookHandler {
  (request: Request): Promise<Response>;
  /**
   * Makes a secret for a document's webhooks: the last part of the `webhookUrl`. `reference` is
   * what you call the document, in 512 bytes at most. Issue it before the token is asked for: the first webhook may
   * come before the answer.
   */
  issueSecret(reference: string): Promise<string>;
  /**
   * Takes in what was posted to the address with this secret; for routers without `Request`. The
   * body is as it came: what a middleware has parsed is refused.
   */
  receive(secret: string, body: WebhookBody): Promise<Received>;
  /** The webhooks of a document, in the order in which they were recorded. */
  webhooksOf(reference: string): Promise<StoredWebhook[]>;
}

/** Reads the body of a webhook. Whether it may be believed is said by the address it came to. */
export function parseWebhook(body: WebhookBody): WebhookEvent {
  return read(body).event;
}

/** Makes a handler of webhooks. */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const checked = checkOptions<WebhookHandlerOptions>(options, {
    store: 'object',
    secretLifetime: 'number?',
    onNew: 'function?',
    onError: 'function?',
  });
  const { store, secretLifetime = times.secret, onNew, onError = tellConsole } = checked;
  if (!Number.isSafeInteger(secretLifetime)) throw wrong('secretLifetime', 'must be a whole number of milliseconds');

  /** Whose address this is. */
  async function referenceOf(secret: string): Promise<string> {
    // It is looked up by its hash, so how long that takes says nothing of the secret.
    const hash = call((rust) => rust.secretHash(secret));
    const reference: unknown = await kept(() => store.referenceOf(hash, Date.now()));
    if (reference === undefined || reference === null) throw failed('webhook-address-unknown');
    return typeof reference === 'string' ? reference : wrongly('referenceOf', 'a string or undefined');
  }

  async function takeIn(reference: string, body: Uint8Array): Promise<Received> {
    const webhook = read(body);
    const record = { reference, digest: webhook.digest, body: webhook.body, receivedAt: Date.now() };
    const isNew: unknown = await kept(() => store.record(record));
    if (typeof isNew !== 'boolean') return wrongly('record', 'true or false');
    const received = { reference, event: webhook.event, isNew };
    if (isNew) {
      const { unfit } = webhook;
      if (unfit) tell(new DocumentologServerError(unfit.code, unfit.message, unfit));
      try {
        await onNew?.(received);
      } catch (error) {
        tell(error);
      }
    }
    return received;
  }

  /**
   * The webhook is safe, or refused: what a callback does changes nothing of its answer. Nor may
   * it end the process, as a promise does that rejects and is heard by nobody.
   */
  function tell(error: unknown): void {
    new Promise((told) => told(onError(error))).catch(tellConsole);
  }

  async function handle(request: Request): Promise<Response> {
    if (request.method !== 'POST') return answer(405, 'webhooks are posted', { allow: 'POST' });
    try {
      // Before the body: of strangers nothing is read.
      const reference = await referenceOf(secretOf(request));
      if (request.bodyUsed || request.body?.locked) {
        throw wrong('request', 'has a body that was read already, by a middleware say: give the handler one that nobody has read');
      }
      const body = await readAll(request, limits.webhook, () => failed('webhook-too-large')).catch(brokenOff);
      await takeIn(reference, body);
      return new Response(null, { status: 200 });
    } catch (error) {
      const { code, message } = error instanceof DocumentologServerError ? error : failed('store-failed', error);
      const status = (statuses as Partial<Record<ServerErrorCode, number>>)[code] ?? 500;
      if (code !== 'webhook-address-unknown') tell(error);
      return answer(status, message);
    }
  }

  return Object.assign(handle, {
    async receive(secret: string, body: WebhookBody) {
      const bytes = bytesOf(body);
      return takeIn(await referenceOf(string('secret', secret)), bytes);
    },
    async issueSecret(reference: string) {
      // Longer ones break databases' limits, and not before a webhook comes.
      const { length } = new TextEncoder().encode(string('reference', reference));
      if (length > limits.reference) throw wrong('reference', `must be ${limits.reference} bytes long at most`);
      const { secret, hash } = call((rust) => rust.issueSecret()) as { secret: string; hash: string };
      const now = Date.now();
      await kept(() => store.addSecret({ hash, reference, until: now + secretLifetime, now }));
      return secret;
    },
    async webhooksOf(reference: string) {
      string('reference', reference);
      const webhooks = await kept(() => store.webhooksOf(reference));
      return webhooks.map(({ body, receivedAt }) => ({ event: parseWebhook(body), receivedAt }));
    },
  });
}

function tellConsole(error: unknown): void {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  console.error(['webhook', code, message].filter((part) => typeof part === 'string').join(': '));
}

/** Whoever breaks off in the midst of a body is no failure of the store's. */
function brokenOff(error: unknown): never {
  throw error instanceof DocumentologServerError ? error : new DocumentologServerError('webhook-malformed', 'the body broke off');
}

/** What a store resolves to; what it throws, as an error of ours. */
async function kept<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (cause) {
    throw failed('store-failed', cause);
  }
}

/** That a store resolved to what it must not: believed, it would lose webhooks. */
function wrongly(method: keyof WebhookStore, what: string): never {
  throw failed('store-failed', new TypeError(`${method} must resolve to ${what}`));
}

interface ReadWebhook {
  event: WebhookEvent;
  body: string;
  digest: string;
  /** What is not as the guide has it. */
  unfit: { code: ServerErrorCode; message: string; field: string } | null;
}

function read(body: WebhookBody): ReadWebhook {
  const bytes = bytesOf(body);
  return call((rust) => rust.readWebhook(bytes)) as ReadWebhook;
}

/** A body's bytes, whatever realm it is from. */
function bytesOf(body: WebhookBody): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') return new Uint8Array(body);
  throw wrong('body', 'must be the body as it came, a string or bytes, and not what was parsed from it');
}

function string(name: string, value: unknown): string {
  if (typeof value !== 'string') throw wrong(name, 'must be of the type string');
  return value;
}

function secretOf(request: Request): string {
  if (!URL.canParse(request.url)) throw wrong('request', 'must be a Request of the Fetch standard: for others there is `receive`');
  const last = new URL(request.url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function answer(status: number, error: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error }, { status, headers });
}
