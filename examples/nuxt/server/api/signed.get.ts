export default defineEventHandler(async (event) => {
  const found = await isSigned(String(getQuery(event).order));
  setResponseStatus(event, found ? 200 : 404);
  return {};
});
