import { webhooks } from '../../../../signing.server.js';

export const POST = ({ request }) => webhooks(request);
