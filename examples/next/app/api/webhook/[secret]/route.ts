import { webhooks } from '../../../../lib/signing';

export const POST = (request: Request) => webhooks(request);
