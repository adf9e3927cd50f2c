import { createClient, createMemoryStore, createWebhookHandler, DocumentologServerError, parseWebhook } from 'documentolog-embed/server';
import type { Client, ServerErrorCode, SigningRequest, WebhookEvent, WebhookHandler, WebhookStore } from 'documentolog-embed/server';
import { sign } from 'documentolog-embed';

const client: Client = createClient({ apiKey: 'k', baseUrl: 'doculite', timeout: 1_000 });
const store: WebhookStore = createMemoryStore();
export const ofADatabase: WebhookStore = { ...store, referenceOf: async () => null };
const webhooks: WebhookHandler = createWebhookHandler({ store, onNew: async ({ event, isNew }) => void [event, isNew] });
const maybe: string | undefined = Math.random() > 2 ? 'a@b.kz' : undefined;
const request: SigningRequest = { attachments: ['https://a.kz/1.pdf'], sender: maybe, senderMethods: ['eds', 'a-new-one'] };
// Lists that nobody may change are taken, too.
const methods = ['eds', 'sms'] as const;
const people = [{ phone: '8 701 123 45 67', fullName: 'Асқар' }] as const;
export const readonly: SigningRequest = {
  attachments: ['https://a.kz/1.pdf'] as const,
  senderMethods: methods,
  recipients: Object.freeze(['a@b.kz']),
  recipientMethods: methods,
  sms: people,
};
export const POST: (request: Request) => Promise<Response> = webhooks;

// The answer is what the widget takes.
sign({ token: await client.requestToken(request, { signal: AbortSignal.timeout(1) }) });
const bytes: Uint8Array = (await client.download('https://a.kz', { largest: 10 })).bytes;

// @ts-expect-error a key is needed.
createClient({});
// @ts-expect-error the limit is no option.
void client.download('https://a.kz');
// @ts-expect-error a field is not called so.
void client.requestToken({ attachments: [], aAttachments: [] });
// @ts-expect-error a method is missing.
createWebhookHandler({ store: { record: async () => true } });

export function name(event: WebhookEvent): string {
  switch (event.type) {
    case 'document-sent':
      return event.docId;
    case 'signer-signed':
    case 'signer-declined':
      return event.signer.name;
    case 'document-completed':
      return event.files.withEds[0]?.link ?? '';
    case 'unknown':
      return event.docId ?? event.event;
  }
}
name(parseWebhook(bytes));
name(parseWebhook(bytes.buffer as ArrayBuffer));
// @ts-expect-error what was parsed is no body.
void webhooks.receive('secret', { event: 'x' });
createWebhookHandler({ store, onError: async () => {} });

export function code(error: unknown): ServerErrorCode | undefined {
  return error instanceof DocumentologServerError ? error.code : undefined;
}
