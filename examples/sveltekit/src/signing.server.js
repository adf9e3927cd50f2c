// Tokens and webhooks (guide, parts 1 and 4). The orders live in memory here; yours live in
// your database.
import { randomBytes } from 'node:crypto';

const service = process.env.DOCUMENTOLOG_BASE_URL ?? 'http://127.0.0.1:4100';
const apiKey = process.env.DOCUMENTOLOG_API_KEY ?? 'sandbox-api-key';

/** What the webhook's address knows of an order, by its secret. */
const orders = new Map();

/** Asks the service for an access token for this order's contract. */
export async function requestToken(order, origin) {
  // The service does not sign its webhooks: whoever knows the address may call it.
  const secret = randomBytes(16).toString('hex');
  orders.set(secret, { order, isSigned: false });
  const answer = await fetch(`${service}/json/external/oauth/token`, {
    method: 'POST',
    headers: { 'api-key': apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({
      aAttachments: [`${service}/rct/sample.pdf`], // Where the service fetches the contract.
      sSetWebhookUrl: `${origin}/api/webhook/${secret}`,
      mAvailableSignatureMethods: ['eds', 'egov-qr', 'sms', 'adobe-sign'],
      sSender: '000000000000',
    }),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`the service answers ${answer.status}`);
  return answer.json();
}

/** Takes a webhook in; gives the status to answer with. */
export function receiveWebhook(secret, body) {
  const known = orders.get(secret);
  if (!known) return 404;
  try {
    if (JSON.parse(body).event === 'document_completed') known.isSigned = true;
    return 200;
  } catch {
    return 400;
  }
}

/** Whether the webhook has come that says so; waits for it for a while. */
export async function isSigned(order) {
  for (let tries = 0; tries < 100; tries++) {
    for (const known of orders.values()) if (known.order === order && known.isSigned) return true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return false;
}
