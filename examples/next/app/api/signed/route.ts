import type { NextRequest } from 'next/server';
import { isSigned } from '../../../lib/signing';

export async function GET(request: NextRequest) {
  const found = await isSigned(request.nextUrl.searchParams.get('order') ?? '');
  return Response.json({}, { status: found ? 200 : 404 });
}
