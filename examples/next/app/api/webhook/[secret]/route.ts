import { receiveWebhook } from '../../../../lib/signing';

export async function POST(request: Request, { params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  return Response.json({}, { status: receiveWebhook(secret, await request.text()) });
}
