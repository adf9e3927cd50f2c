/** Where the service reaches this back end: never by the request's own `Host`, which its sender writes. */
const origin = process.env.ORIGIN ?? 'http://localhost:3000';

export default defineEventHandler(async (event) => {
  // Your own session says who asks, and for which order.
  const order = getRequestURL(event).searchParams.get('order') ?? '';
  setResponseHeader(event, 'cache-control', 'no-store');
  try {
    return await requestToken(order, origin);
  } catch (error) {
    console.error(`no token: ${error}`);
    // Nitro would answer with the error's `status`: the service's 401 is no 401 of this back end's.
    throw createError({ statusCode: 502 });
  }
});
