// The back end of the examples: serves a folder, and does the three things that a back end
// has to do. `node server.mjs FOLDER`; what it talks to stands in the environment.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isSigned, requestToken, webhooks } from './signing.mjs';

const folder = resolve(process.argv[2] ?? '.');
const port = Number(process.env.PORT ?? 3000);
// Where the service reaches this back end: never by a request's own `Host`, which its sender writes.
const origin = process.env.ORIGIN ?? `http://localhost:${port}`;

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const server = createServer(async (request, response) => {
  try {
    // `//` is a path that is no address.
    if (!URL.canParse(request.url, origin)) return json(response, 400, {});
    const url = new URL(request.url, origin);
    const order = url.searchParams.get('order') ?? '';
    if (request.method === 'POST' && url.pathname === '/api/token') {
      // Your own session says who asks, and for which order.
      return json(response, 200, await requestToken(order, origin));
    }
    if (request.method === 'GET' && url.pathname === '/api/signed') {
      return json(response, (await isSigned(order)) ? 200 : 404, {});
    }
    if (request.method === 'POST' && url.pathname.startsWith('/api/webhook/')) {
      const answer = await webhooks(new Request(url, { method: 'POST', body: Readable.toWeb(request), duplex: 'half' }));
      return response.writeHead(answer.status).end(await answer.text());
    }
    await file(response, inFolder(url.pathname));
  } catch (error) {
    // Not its cause, which may hold what your store was given.
    console.error(`${error}`);
    if (response.headersSent) response.destroy();
    else json(response, 500, {});
  }
});

server.listen(port, 'localhost', () => console.log(`ready http://localhost:${port}`));

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value));
}

function inFolder(path) {
  const found = join(folder, decodeURIComponent(path));
  return found === folder || found.startsWith(folder + sep) ? found : folder;
}

async function file(response, path) {
  const found = (await stat(path).catch(() => undefined))?.isDirectory() ? join(path, 'index.html') : path;
  if (!(await stat(found).catch(() => undefined))?.isFile()) return json(response, 404, {});
  response.writeHead(200, { 'content-type': types[extname(found)] ?? 'application/octet-stream' });
  await pipeline(createReadStream(found), response);
}
