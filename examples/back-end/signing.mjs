// Tokens and webhooks (guide, parts 1 and 4). The webhooks live in memory here; yours live in
// your database, by a store of your own.
import { createClient, createMemoryStore, createWebhookHandler } from 'documentolog-embed/server';

const service = process.env.DOCUMENTOLOG_BASE_URL ?? 'http://127.0.0.1:4100';
const client = createClient({ apiKey: process.env.DOCUMENTOLOG_API_KEY ?? 'sandbox-api-key', baseUrl: service });

/** Takes webhooks in: POST /api/webhook/SECRET. */
export const webhooks = createWebhookHandler({ store: createMemoryStore() });

/** Asks the service for an access token for this order's contract. */
export async function requestToken(order, origin) {
  // Before the request: the first webhook may come before the answer.
  const secret = await webhooks.issueSecret(order);
  return client.requestToken({
    attachments: [`${service}/rct/sample.pdf`], // Where the service fetches the contract.
    sender: '000000000000',
    senderMethods: ['eds', 'egov-qr', 'sms', 'adobe-sign'],
    webhookUrl: `${origin}/api/webhook/${secret}`,
  });
}

/**
 * Whether the person in the page has signed, who is the first to sign: waits a while for the webhook
 * that says so. Others may come after them: what is handed over waits for `document-completed`.
 */
export async function isSigned(order) {
  for (let tries = 0; tries < 100; tries++) {
    const kept = await webhooks.webhooksOf(order);
    if (kept.some(({ event }) => event.type === 'signer-signed' || event.type === 'document-completed')) return true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return false;
}
