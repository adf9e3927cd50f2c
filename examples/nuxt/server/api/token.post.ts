export default defineEventHandler((event) => {
  // Your own session says who asks, and for which order.
  const { searchParams, origin } = getRequestURL(event);
  setResponseHeader(event, 'cache-control', 'no-store');
  return requestToken(searchParams.get('order') ?? '', origin);
});
