export default defineEventHandler(async (event) => {
  const body = (await readRawBody(event)) ?? '';
  setResponseStatus(event, receiveWebhook(getRouterParam(event, 'secret') ?? '', body));
  return {};
});
