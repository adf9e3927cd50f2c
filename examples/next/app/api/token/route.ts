import type { NextRequest } from 'next/server';
import { requestToken } from '../../../lib/signing';

export async function POST(request: NextRequest) {
  // Your own session says who asks, and for which order.
  const { searchParams, origin } = request.nextUrl;
  const answer = await requestToken(searchParams.get('order') ?? '', origin);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
