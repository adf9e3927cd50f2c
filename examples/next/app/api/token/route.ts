import type { NextRequest } from 'next/server';
import { requestToken } from '../../../lib/signing';

/** Where the service reaches this back end: never by the request's own `Host`, which its sender writes. */
const origin = process.env.ORIGIN ?? 'http://localhost:3000';

export async function POST(request: NextRequest) {
  // Your own session says who asks, and for which order.
  const order = request.nextUrl.searchParams.get('order') ?? '';
  const answer = await requestToken(order, origin);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
