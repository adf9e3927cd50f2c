import { json } from '@sveltejs/kit';
import { isSigned } from '../../../signing.server.js';

export const GET = async ({ url }) => json({}, { status: (await isSigned(url.searchParams.get('order'))) ? 200 : 404 });
