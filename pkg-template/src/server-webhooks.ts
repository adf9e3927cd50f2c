import type { ServerErrorCode, WebhookEvent } from './server-bindings.js';
import { limits, statuses, times } from './server-bindings.js';
import { readAll } from './server-client.js';
import { DocumentologServerError } from './server-error.js';
import { call, failed } from './server-module.js';
import { checkOptions } from './server-options.js';
import type { WebhookStore } from './server-store.js';

/** How webhooks are taken in. */
export interface WebhookHandlerOptions {
  /** Where they are kept. */
  store: WebhookStore;
  /** How long a secret counts, in milliseconds. 31 days if not given: a recipient's link lives for 30. */
  secretLifetime?: number | undefined;
  /**
   * Called with every webhook that has been recorded for the first time, and waited for. The
   * webhook is safe by then: what fails here is told to `onError`, and is not called again.
   */
  onNew?: ((received: Received) => void | Promise<void>) | undefined;
  /**
   * Told of what goes wrong behind an answer of 500, and in `onNew`. If not given, the console
   * is, of `code` and `message` alone: a store's own error, the `cause`, may hold what the store
   * was given, and so names and IINs.
   */
  onError?: ((error: unknown) => void) | undefined;
}

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
 * the address's path. It answers 200 once the webhook is recorded, 400 to what is no webhook,
 * 404 to an address that is nobody's, 413 to more than 256 KiB, and 500 where the store failed:
 * the service tries again.
 */
export interface WebhookHandler {
  (request: Request): Promise<Response>;
  /**
   * Makes a secret for a document's webhooks: the last part of the `webhookUrl`. `reference` is
   * what you call the document. Issue it before the token is asked for: the first webhook may
   * come before the answer.
   */
  issueSecret(reference: string): Promise<string>;
  /** Takes in what was posted to the address with this secret; for routers without `Request`. */
  receive(secret: string, body: string | Uint8Array): Promise<Received>;
  /** The webhooks of a document, in the order in which they were recorded. */
  webhooksOf(reference: string): Promise<StoredWebhook[]>;
}

/** Reads the body of a webhook. Whether it may be believed is said by the address it came to. */
export function parseWebhook(body: string | Uint8Array): WebhookEvent {
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

  async function receive(secret: string, body: string | Uint8Array): Promise<Received> {
    // It is looked up by its hash, so how long that takes says nothing of the secret.
    const hash = call((rust) => rust.secretHash(secret));
    const reference = await kept(() => store.referenceOf(hash, Date.now()));
    if (reference == null) throw failed('webhook-address-unknown');
    const webhook = read(body);
    const record = { reference, digest: webhook.digest, body: webhook.body, receivedAt: Date.now() };
    const received = { reference, event: webhook.event, isNew: await kept(() => store.record(record)) };
    if (received.isNew) {
      try {
        await onNew?.(received);
      } catch (error) {
        onError(error);
      }
    }
    return received;
  }

  async function handle(request: Request): Promise<Response> {
    if (request.method !== 'POST') return answer(405, 'webhooks are posted', { allow: 'POST' });
    try {
      const body = await readAll(request, limits.webhook, () => failed('webhook-too-large')).catch(brokenOff);
      await receive(secretOf(request), body);
      return new Response(null, { status: 200 });
    } catch (error) {
      const { code, message } = error instanceof DocumentologServerError ? error : failed('store-failed', error);
      const status = (statuses as Partial<Record<ServerErrorCode, number>>)[code] ?? 500;
      if (status === 500) onError(error);
      return answer(status, message);
    }
  }

  return Object.assign(handle, {
    receive,
    async issueSecret(reference: string) {
      if (typeof reference !== 'string') throw new DocumentologServerError('options-invalid', 'reference must be of the type string', { field: 'reference' });
      const { secret, hash } = call((rust) => rust.issueSecret()) as { secret: string; hash: string };
      const now = Date.now();
      await kept(() => store.addSecret({ hash, reference, until: now + secretLifetime, now }));
      return secret;
    },
    async webhooksOf(reference: string) {
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

function read(body: string | Uint8Array): { event: WebhookEvent; body: string; digest: string } {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return call((rust) => rust.readWebhook(bytes)) as { event: WebhookEvent; body: string; digest: string };
}

function secretOf(request: Request): string {
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
