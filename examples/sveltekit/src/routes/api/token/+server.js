import { json } from '@sveltejs/kit';
import { requestToken } from '../../../signing.server.js';

/** Where the service reaches this back end: never by the request's own `Host`, which its sender writes. */
const origin = process.env.ORIGIN ?? 'http://localhost:3000';

// Your own session says who asks, and for which order.
export const POST = async ({ url }) => {
  const answer = await requestToken(url.searchParams.get('order') ?? '', origin);
  return json(answer, { headers: { 'cache-control': 'no-store' } });
};
