import { json } from '@sveltejs/kit';
import { receiveWebhook } from '../../../../signing.server.js';

export const POST = async ({ params, request }) => json({}, { status: receiveWebhook(params.secret, await request.text()) });
