import { json } from '@sveltejs/kit';
import { requestToken } from '../../../signing.server.js';

// Your own session says who asks, and for which order.
export const POST = async ({ url }) => json(await requestToken(url.searchParams.get('order') ?? '', url.origin));
