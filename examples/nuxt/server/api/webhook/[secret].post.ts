export default defineEventHandler((event) => webhooks(toWebRequest(event)));
