// The back end's half, in whatever runtime runs this: Node.js, Deno or Bun. The service is the
// sandbox's program at the address in the environment; where it must misbehave, one made here.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createClient, createMemoryStore, createWebhookHandler, DocumentologServerError, parseWebhook } from 'documentolog-embed/server';

const { SANDBOX: sandbox, API_KEY: apiKey } = process.env;
const { requests, refusals } = JSON.parse(readFileSync(new URL('../../contract/rows.json', import.meta.url), 'utf8'));
const digests = JSON.parse(readFileSync(new URL('../../../crates/server/tests/digests.json', import.meta.url), 'utf8'));
const client = createClient({ apiKey, baseUrl: sandbox });
const KEY = 'the-key-of-a-test';

const steps = [];
const step = (name, run) => steps.push({ name, run });

/** Links to the service, wherever it is. */
const at = (origin, value) => JSON.parse(JSON.stringify(value).replaceAll('{service}', origin));

/** A server on a free port, until `use` is done with it. */
async function serving(answer, use, certified) {
  const asked = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    answer(request, response, body);
  };
  const server = certified ? createSecureServer(certified, asked) : createServer(asked);
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    return await use(`http${certified ? 's' : ''}://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function refused(promise, code, details = {}) {
  const error = await promise.then(
    () => assert.fail(`nothing is refused with ${code}`),
    (error) => error,
  );
  assert.ok(error instanceof DocumentologServerError, String(error.stack));
  assert.equal(error.code, code, `${error.stack} ${error.cause}`);
  for (const [name, value] of Object.entries(details)) assert.equal(error[name], value, `${code}: ${name}`);
  for (const secret of [KEY, '791028302729', 'nobody', 'capability']) assert.ok(!error.message.includes(secret), error.message);
  return error;
}

const granted = JSON.stringify({ status: 1, data: { access_token: 'a.b.c', scope: 'document-sign', token_type: 'Bearer', more: 1 } });
const valid = { attachments: ['http://localhost/1.pdf'], senderMethods: ['eds'] };

for (const { guide, request, wire } of requests) {
  step(`guide ${guide}`, async () => {
    let sent;
    const fetch = (url, init) => ((sent = JSON.parse(init.body)), globalThis.fetch(url, init));
    const answer = await createClient({ apiKey, baseUrl: sandbox, fetch }).requestToken(at(sandbox, request));
    assert.deepEqual(sent, at(sandbox, wire));
    assert.equal(answer.status, 1);
    assert.deepEqual(Object.keys(answer.data).sort(), ['access_token', 'scope', 'token_type']);
    assert.equal(answer.data.token_type, 'Bearer');
  });
}

for (const { field, request } of refusals) {
  step(`a wrong ${field} is not sent`, async () => {
    const fetch = () => assert.fail('it is sent');
    await refused(createClient({ apiKey, baseUrl: sandbox, fetch }).requestToken(at(sandbox, request)), 'request-invalid', { field });
  });
}

step('one digest in every language', async () => {
  assert.ok(digests.length >= 4);
  for (const { bodies, digest } of digests) {
    const store = { ...createMemoryStore(), record: async (webhook) => seen.push(webhook.digest) > 0 };
    const seen = [];
    const webhooks = createWebhookHandler({ store });
    const secret = await webhooks.issueSecret('order');
    for (const body of bodies) await webhooks.receive(secret, body);
    assert.deepEqual(seen, bodies.map(() => digest));
  }
});

/** A back end with the handler at /hook, and a document before its signer. */
async function withDocument(use) {
  const heard = [];
  const webhooks = createWebhookHandler({ store: createMemoryStore(), onNew: ({ event }) => void heard.push(event.type) });
  const answer = async (request, response, body) => {
    const given = await webhooks(new Request(new URL(request.url, 'http://localhost'), { method: request.method, body: body || null }));
    response.writeHead(given.status).end(await given.text());
  };
  await serving(answer, async (origin) => {
    const secret = await webhooks.issueSecret('order-1');
    const { data } = await client.requestToken({
      attachments: [`${sandbox}/rct/sample.pdf`],
      sender: '791028302728',
      senderMethods: ['eds'],
      webhookUrl: `${origin}/hook/${secret}`,
    });
    // Signing is as if the signer had taken the steps of EDS.
    const paths = { sign: 'sandbox/control/sign', reject: 'external/sign/embedded/reject' };
    const press = (button) =>
      fetch(`${sandbox}/${paths[button]}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${data.access_token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'eds' }),
      }).then((answer) => (assert.ok(answer.ok, `${answer.status}`), answer.text()));
    const until = async (type) => {
      for (let tries = 0; tries < 500; tries++) {
        const kept = await webhooks.webhooksOf('order-1');
        if (kept.some(({ event }) => event.type === type)) return kept;
        await new Promise((wake) => setTimeout(wake, 20));
      }
      return assert.fail(`no ${type}: ${heard}`);
    };
    await use({ heard, press, until, webhooks });
  });
}

step('guide 4.1 and 4.2: sent, signed, completed, and every link of it', async () => {
  await withDocument(async ({ heard, press, until }) => {
    await until('document-sent');
    await press('sign');
    const kept = await until('document-completed');
    const types = kept.map(({ event }) => event.type);
    assert.deepEqual(types, ['document-sent', 'signer-signed', 'document-completed']);
    assert.deepEqual(heard, types);
    assert.equal(new Set(kept.map(({ event }) => event.docId)).size, 1);
    assert.equal(kept[1].event.signer.recipient, '791028302728');
    const { files } = kept[2].event;
    const links = [files.view, files.all, ...[files.plain, files.withEds, files.withEdsEz].map(([{ link }]) => link)];
    for (const link of links) {
      const { bytes, contentType } = await client.download(link, { largest: 1_000_000 });
      assert.ok(bytes.length > 100 && contentType, link);
    }
    const [{ link }] = files.plain;
    assert.equal(new TextDecoder().decode((await client.download(link, { largest: 1_000_000 })).bytes.slice(0, 5)), '%PDF-');
    await refused(client.download(link, { largest: 100 }), 'file-too-large');
    await refused(client.download(link.replace(sandbox, 'https://a.kz'), { largest: 100 }), 'link-refused');
  });
});

step('guide 4.1: declined', async () => {
  await withDocument(async ({ press, until }) => {
    await press('reject');
    const kept = await until('signer-declined');
    assert.equal(kept.at(-1).event.signer.recipient, '791028302728');
  });
});

step('a wrong key is told', () => refused(createClient({ apiKey: KEY, baseUrl: sandbox }).requestToken(at(sandbox, requests[0].request)), 'service-unauthorized', { status: 401 }));

for (const [status, asked] of Object.entries({ 200: 1, 302: 1, 401: 1, 422: 1, 429: 1, 500: 1, 502: 1, 503: 1, 504: 1 })) {
  step(`${status} is asked for ${asked} times`, async () => {
    let count = 0;
    const answer = (request, response) => {
      count++;
      assert.equal(request.headers['api-key'], KEY);
      response.writeHead(Number(status), { location: 'http://127.0.0.1:1/' }).end(granted);
    };
    await serving(answer, async (baseUrl) => {
      const answer = createClient({ apiKey: KEY, baseUrl }).requestToken(valid);
      if (status === '200') assert.equal((await answer).data.more, 1);
      else await refused(answer, status === '401' ? 'service-unauthorized' : 'service-status', { status: Number(status) });
    });
    assert.equal(count, asked);
  });
}

step('a 503 is asked again only if it says when, and soon', async () => {
  // 5 is what Varnish says of its own failures.
  for (const [retryAfter, asked] of [['0', 3], ['5', 1], ['Wed, 21 Oct 2026 07:28:00 GMT', 1], ['soon', 1]]) {
    let count = 0;
    const answer = (_, response) => (count++, response.writeHead(503, { 'retry-after': retryAfter }).end());
    await serving(answer, (baseUrl) => refused(createClient({ apiKey: KEY, baseUrl }).requestToken(valid), 'service-status', { status: 503 }));
    assert.equal(count, asked, retryAfter);
  }
});

step('what cannot be a token is told', async () => {
  for (const [body, code, field] of [
    ['<html>', 'answer-malformed'],
    ['{"status":0}', 'token-refused'],
    ['{"status":1,"data":{"access_token":1}}', 'answer-malformed', 'data.access_token'],
    ['x'.repeat(1_000_000), 'answer-too-large'],
  ]) {
    await serving((_, response) => response.end(body), (baseUrl) => refused(createClient({ apiKey: KEY, baseUrl }).requestToken(valid), code, { field }));
  }
});

step('whatever else is said beside a token is kept', async () => {
  const said = { status: 1, data: { access_token: 'a.b.c', scope: null, expires_in: 3600 }, request_id: 'r-1' };
  await serving((_, response) => response.end(JSON.stringify(said)), async (baseUrl) => {
    assert.deepEqual(await createClient({ apiKey: KEY, baseUrl }).requestToken(valid), said);
  });
});

step('no connection is tried three times, and nothing else', async () => {
  const closed = await serving(() => {}, (origin) => origin);
  let tries = 0;
  const fetch = (...all) => (tries++, globalThis.fetch(...all));
  await refused(createClient({ apiKey: KEY, baseUrl: closed, fetch }).requestToken(valid), 'service-unreachable');
  assert.equal(tries, 3);
  tries = 0;
  await serving(
    (request) => request.socket.destroy(),
    (baseUrl) => refused(createClient({ apiKey: KEY, baseUrl, fetch }).requestToken(valid), 'answer-incomplete'),
  );
  assert.equal(tries, 1, 'it may have been done');
});

step('a certificate that is not trusted is told as such, and not tried again', async () => {
  const command = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=a.kz -days 2 -keyout - -out -';
  const pem = execFileSync('openssl', command.split(' '), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  let tries = 0;
  const fetch = (...all) => (tries++, globalThis.fetch(...all));
  const use = async (baseUrl) => {
    const client = createClient({ apiKey: KEY, baseUrl, fetch });
    const error = await refused(client.requestToken(valid), 'service-unreachable');
    assert.match(error.message, /certificate/);
    assert.equal(tries, 1);
    await refused(client.download(`${baseUrl}/file?capability=x`, { largest: 10 }), 'service-unreachable');
  };
  await serving(() => assert.fail('it is asked'), use, { key: pem, cert: pem });
});

step('a silent service is not waited for, and not asked again', async () => {
  for (const begin of [() => {}, (response) => (response.writeHead(200), response.write('{'))]) {
    let count = 0;
    const answer = (_, response) => (count++, begin(response));
    await serving(answer, (baseUrl) => refused(createClient({ apiKey: KEY, baseUrl, timeout: 2_000 }).requestToken(valid), 'service-timeout'));
    assert.equal(count, 1);
  }
});

step('the caller may give up', async () => {
  await serving(
    () => {},
    async (baseUrl) => {
      const client = createClient({ apiKey: KEY, baseUrl });
      await refused(client.requestToken(valid, { signal: AbortSignal.abort() }), 'aborted');
      const giving = new AbortController();
      setTimeout(() => giving.abort('no more'), 50);
      await refused(client.requestToken(valid, { signal: giving.signal }), 'aborted', { cause: 'no more' });
    },
  );
  await serving(
    (_, response) => response.writeHead(503, { 'retry-after': '4' }).end(),
    (baseUrl) => refused(createClient({ apiKey: KEY, baseUrl }).requestToken(valid, { signal: AbortSignal.timeout(100) }), 'aborted'),
  );
});

step('options are checked', async () => {
  for (const [make, code, field] of [
    [() => createClient(), 'options-invalid', 'options'],
    [() => createClient({}), 'options-invalid', 'apiKey'],
    [() => createClient({ apiKey: KEY, apikey: 1 }), 'options-invalid', 'apikey'],
    [() => createClient({ apiKey: KEY, timeout: 0 }), 'options-invalid', 'timeout'],
    [() => createClient({ apiKey: KEY, timeout: 0.5 }), 'options-invalid', 'timeout'],
    [() => createClient({ apiKey: KEY, timeout: Infinity }), 'options-invalid', 'timeout'],
    [() => client.download(`${sandbox}/1`), 'options-invalid', 'options'],
    [() => client.download(`${sandbox}/1`, {}), 'options-invalid', 'largest'],
    [() => client.download(`${sandbox}/1`, { largest: -1 }), 'options-invalid', 'largest'],
    [() => client.download(`${sandbox}/1`, { largest: Number.NaN }), 'options-invalid', 'largest'],
    [() => createClient({ apiKey: `${KEY}\n` }), 'api-key-malformed', 'apiKey'],
    [() => createClient({ apiKey: '' }), 'api-key-malformed', 'apiKey'],
    [() => createClient({ apiKey: KEY, baseUrl: 'http://a.kz' }), 'base-url-refused', 'baseUrl'],
    [() => client.requestToken(valid, null), 'options-invalid', 'options'],
    [() => client.requestToken(valid, { signal: new EventTarget() }), 'options-invalid', 'signal'],
    [() => client.requestToken(valid, { sginal: AbortSignal.abort() }), 'options-invalid', 'sginal'],
    [() => client.download(`${sandbox}/1`, { largest: 1, signal: {} }), 'options-invalid', 'signal'],
    [() => parseWebhook(undefined), 'options-invalid', 'body'],
    [() => parseWebhook({ event: 'x' }), 'options-invalid', 'body'],
    [() => createWebhookHandler({}), 'options-invalid', 'store'],
    ...[0, -1, 0.5, Infinity, Number.NaN, '1'].map((secretLifetime) => [
      () => createWebhookHandler({ store: createMemoryStore(), secretLifetime }),
      'options-invalid',
      'secretLifetime',
    ]),
  ]) {
    await refused(Promise.resolve().then(make), code, { field });
  }
});

step('links of strangers are not followed', async () => {
  const fetch = () => assert.fail('it is followed');
  for (const [baseUrl, link] of [
    ['doculite', 'https://a.kz/1'],
    ['doculite', 'http://apiv1dlkz.doculite.kz/1'],
    ['doculite', 'https://apiv1dlkz.doculite.kz:8443/1'],
    ['doculite', 'https://user@apiv1dlkz.doculite.kz/1'],
    ['doculite', '/external/media/download/1'],
    ['doculite', 'file:///etc/passwd'],
    ['https://10.0.0.1', 'https://10.0.0.2/1'],
    ['https://10.0.0.1', 'https://169.254.169.254/latest'],
    [sandbox, 'http://169.254.169.254/latest'],
  ]) {
    await refused(createClient({ apiKey: KEY, baseUrl, fetch }).download(`${link}?capability=x`, { largest: 10 }), 'link-refused');
  }
});

step('an address that is configured may be a private one', async () => {
  const fetch = async () => new Response('x');
  const { bytes } = await createClient({ apiKey: KEY, baseUrl: 'https://10.0.0.1', fetch }).download('https://10.0.0.1/1', { largest: 10 });
  assert.equal(bytes.length, 1);
});

step('where names cannot be looked up, in time or at all, nothing is downloaded', async () => {
  const { process } = globalThis;
  const { getBuiltinModule } = process;
  const fetch = () => assert.fail('it is fetched');
  const download = (options) => createClient({ apiKey: KEY, fetch, timeout: 200 }).download('https://apiv1dlkz.doculite.kz/1', { largest: 10, ...options });
  try {
    process.getBuiltinModule = undefined;
    const { message } = await refused(download(), 'link-refused');
    assert.match(message, /Node\.js 20\.19/);
    process.getBuiltinModule = () => ({ lookup: () => new Promise(() => {}) });
    await refused(download(), 'service-timeout');
    await refused(download({ signal: AbortSignal.timeout(20) }), 'aborted');
    process.getBuiltinModule = () => ({ lookup: async () => [{ address: '10.0.0.1' }] });
    await refused(download(), 'link-refused');
  } finally {
    process.getBuiltinModule = getBuiltinModule;
  }
});

step('a download may take its time, but not in silence', async () => {
  const answer = (request, response) => {
    response.writeHead(200);
    let left = request.url === '/slow' ? 50 : 1;
    const write = () => (response.write('x'), --left > 0 ? setTimeout(write, 100) : request.url === '/slow' && response.end());
    write();
  };
  await serving(answer, async (baseUrl) => {
    const download = (path, timeout) => createClient({ apiKey: KEY, baseUrl, timeout }).download(`${baseUrl}${path}`, { largest: 50 });
    // More than the timeout in all, and a small part of it from one piece to the next.
    assert.equal((await download('/slow', 4_000)).bytes.length, 50);
    await refused(download('/silent', 1_000), 'service-timeout');
  });
});

step('what comes in single bytes is copied, and not kept chunk by chunk', async () => {
  const chunk = new Uint8Array(1);
  let place = 0;
  const read = async () => ((chunk[0] = granted.charCodeAt(place)), place++ < granted.length ? { value: chunk } : {});
  const fetch = async () => ({ status: 200, headers: new Headers(), body: { getReader: () => ({ read }) } });
  const answer = await createClient({ apiKey: KEY, baseUrl: sandbox, fetch }).requestToken(valid);
  assert.equal(answer.data.access_token, 'a.b.c');
});

step('downloads are not redirected, and not endless', async () => {
  const answer = (request, response) => {
    if (request.url === '/elsewhere') return response.writeHead(302, { location: '/file' }).end();
    if (request.url === '/gone') return response.writeHead(404).end();
    if (request.url === '/part') return response.writeHead(206).end('x');
    if (request.url === '/empty') return response.writeHead(204).end();
    if (request.url.startsWith('/broken')) return request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/pdf' });
    const write = () => response.destroyed || (response.write('x'.repeat(10_000)), setTimeout(write, 1));
    write();
  };
  await serving(answer, async (baseUrl) => {
    const client = createClient({ apiKey: KEY, baseUrl });
    await refused(client.download(`${baseUrl}/endless`, { largest: 50_000 }), 'file-too-large');
    await refused(client.download(`${baseUrl}/elsewhere`, { largest: 50_000 }), 'service-status', { status: 302 });
    await refused(client.download(`${baseUrl}/gone`, { largest: 50_000 }), 'service-status', { status: 404 });
    await refused(client.download(`${baseUrl}/part`, { largest: 50_000 }), 'service-status', { status: 206 });
    await refused(client.download(`${baseUrl}/empty`, { largest: 50_000 }), 'service-status', { status: 204 });
    const error = await refused(client.download(`${baseUrl}/broken?capability=x`, { largest: 50_000 }), 'answer-incomplete');
    assert.ok(!('cause' in error), 'a runtime may repeat the link');
  });
});

step('what a runtime says of a link is not told', async () => {
  const fetch = (link) => Promise.reject(new TypeError(`error sending request for url (${link})`));
  const { inspect } = await import('node:util');
  const error = await refused(createClient({ apiKey: KEY, baseUrl: sandbox, fetch }).download(`${sandbox}/1?capability=x`, { largest: 10 }), 'answer-incomplete');
  assert.ok(!inspect(error, { depth: 9 }).includes('capability'));
});

step('webhooks as they may come', async () => {
  const store = createMemoryStore();
  const errors = [];
  const webhooks = createWebhookHandler({ store, onError: (error) => errors.push(error) });
  const secret = await webhooks.issueSecret('order-1');
  const sent = '{"event":"document_sent","doc_id":"KZ1"}';
  const deep = `{"event":"x","y":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
  const post = (path, body) => webhooks(new Request(`http://localhost${path}`, { method: 'POST', body }));
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
  for (const [path, body, status] of [
    [`/hook/${secret}`, sent, 200],
    [`/hook/${secret}`, '{ "doc_id": "KZ1", "event": "document_sent" }', 200],
    [`/other/${secret}?query=1`, '{"event":"of a newer service"}', 200],
    [`/hook/${secret}`, '', 400],
    [`/hook/${secret}`, '[]', 400],
    [`/hook/${secret}`, '{"doc_id":"KZ1"}', 400],
    [`/hook/${secret}`, deep, 400],
    [`/hook/${secret}`, ' '.repeat(256 * 1024 + 1), 413],
    ['/hook/nobody', sent, 404],
    [`/hook/${secret}/`, sent, 404],
    ['/hook/%E0%A4%A', sent, 404],
  ]) {
    const answer = await post(path, body);
    assert.equal(answer.status, status, body.slice(0, 40));
    const text = await answer.text();
    assert.ok(!text.includes('KZ1') && !text.includes(secret), text);
  }
  const big = await webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: endless, duplex: 'half' }));
  assert.equal(big.status, 413);
  let hasBegun = false;
  const pull = (controller) => (hasBegun ? controller.error(new Error('aborted')) : controller.enqueue(new Uint8Array([123])), (hasBegun = true));
  const broken = await webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: new ReadableStream({ pull }), duplex: 'half' }));
  assert.equal(broken.status, 400);
  const got = await webhooks(new Request(`http://localhost/${secret}`));
  assert.deepEqual([got.status, got.headers.get('allow')], [405, 'POST']);
  const kept = await webhooks.webhooksOf('order-1');
  assert.deepEqual(kept.map(({ event }) => event.type), ['document-sent', 'unknown']);
  assert.equal(kept[1].event.event, 'of a newer service');
  // What is lost on its way to a known address is told; strangers are not spoken of.
  assert.deepEqual(errors.map(({ code }) => code), [
    ...Array(4).fill('webhook-malformed'),
    'webhook-too-large',
    'webhook-too-large',
    'webhook-malformed',
  ]);

  // The store knows the hash alone, and not for ever.
  const known = [];
  const watched = { ...store, addSecret: (secret) => (known.push(secret), store.addSecret(secret)) };
  const short = createWebhookHandler({ store: watched, secretLifetime: 1_000 });
  const late = await short.issueSecret('order-2');
  assert.ok(!JSON.stringify(known).includes(late));
  const [{ hash, until, now }] = known;
  assert.equal(until - now, 1_000);
  assert.equal(await store.referenceOf(hash, until - 1), 'order-2');
  assert.equal(await store.referenceOf(hash, until), undefined);
  assert.equal((await post(`/hook/${hash}`, sent)).status, 404);
  await store.addSecret({ hash: 'another', reference: 'order-3', until: until + 1, now: until });
  assert.equal(await store.referenceOf(hash, until - 1), undefined, 'it is forgotten');
});

step('an event that is not as the guide has it is kept whole, and told once', async () => {
  const errors = [];
  const heard = [];
  const webhooks = createWebhookHandler({ store: createMemoryStore(), onNew: ({ event }) => void heard.push(event.type), onError: (error) => errors.push(error) });
  const secret = await webhooks.issueSecret('order-1');
  const post = (body) => webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: JSON.stringify(body) }));
  const files = [{ name: '1.pdf', link: 'https://a.kz/1' }];
  const completed = { event: 'document_completed', doc_id: 'KZ1', document: 'https://a.kz/2', download_all_files: 'https://a.kz/3', download_files: files, download_files_with_eds: files };
  const rows = [
    [completed, 'download_files_with_eds_ez'],
    [{ ...completed, download_files_with_eds_ez: null }, 'download_files_with_eds_ez'],
    [{ event: 'signer_signed', doc_id: 'KZ1', signer: { name: 'nobody', recipient: 791028302729 } }, 'signer.recipient'],
    [{ event: 'signer_declined', doc_id: 'KZ1', signer: { name: 'nobody', recipient: null } }, 'signer.recipient'],
    [{ event: 'document_sent', doc_id: 7 }, 'doc_id'],
  ];
  for (const [body] of [...rows, ...rows]) assert.equal((await post(body)).status, 200, JSON.stringify(body));
  assert.deepEqual(errors.map(({ code, field }) => [code, field]), rows.map(([, field]) => ['webhook-malformed', field]));
  for (const error of errors) await refused(Promise.reject(error), 'webhook-malformed');
  assert.deepEqual(heard, rows.map(() => 'unknown'));
  const kept = await webhooks.webhooksOf('order-1');
  const whole = kept.map(({ event: { event, docId, other } }) => (docId === null ? { event, ...other } : { event, doc_id: docId, ...other }));
  assert.deepEqual(whole, rows.map(([body]) => body));
});

step('of strangers no body is read', async () => {
  let pulls = 0;
  const pull = (controller) => (pulls++, controller.enqueue(new Uint8Array(1_000)));
  const webhooks = createWebhookHandler({ store: createMemoryStore(), onError: () => assert.fail('it is told') });
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const answer = await webhooks(new Request('http://localhost/nobody', { method: 'POST', body, duplex: 'half' }));
  assert.deepEqual([answer.status, pulls], [404, 0]);
});

step('a store that answers wrongly is not believed', async () => {
  const handler = (methods) => {
    const errors = [];
    return { errors, webhooks: createWebhookHandler({ store: { ...createMemoryStore(), ...methods }, onError: (error) => errors.push(error) }) };
  };
  const post = (webhooks, secret) => webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: '{"event":"x"}' }));
  for (const wrong of [[], {}, false, true, 0, 7, ['order-1']]) {
    const { webhooks, errors } = handler({ referenceOf: async () => wrong });
    assert.equal((await post(webhooks, 'nobody')).status, 500, JSON.stringify(wrong));
    assert.deepEqual(errors.map(({ code }) => code), ['store-failed']);
    await refused(webhooks.receive('nobody', '{"event":"x"}'), 'store-failed');
  }
  for (const nobody of [null, undefined]) {
    const { webhooks, errors } = handler({ referenceOf: async () => nobody });
    assert.deepEqual([(await post(webhooks, 'nobody')).status, errors.length], [404, 0]);
  }
  for (const wrong of [undefined, null, 0, 1, 'true', {}, [], { changes: 1 }]) {
    const { webhooks, errors } = handler({ record: async () => wrong });
    assert.equal((await post(webhooks, await webhooks.issueSecret('order-1'))).status, 500, JSON.stringify(wrong));
    assert.deepEqual(errors.map(({ code }) => code), ['store-failed']);
  }
  // Any text can be a reference, since any can be given.
  const { webhooks } = handler({});
  const received = await webhooks.receive(await webhooks.issueSecret(''), '{"event":"x"}');
  assert.deepEqual([received.reference, received.isNew], ['', true]);
});

step('a secret counts for a year, in which all recipients have signed', async () => {
  const store = createMemoryStore();
  const known = [];
  const webhooks = createWebhookHandler({ store: { ...store, addSecret: (secret) => (known.push(secret), store.addSecret(secret)) } });
  await webhooks.issueSecret('order-1');
  assert.equal(known[0].until - known[0].now, 365 * 24 * 60 * 60 * 1_000);
});

step('a request whose body is read already is the back end\'s mistake, and said to be', async () => {
  const errors = [];
  const webhooks = createWebhookHandler({ store: createMemoryStore(), onError: (error) => errors.push(error) });
  const secret = await webhooks.issueSecret('order-1');
  const made = () => new Request(`http://localhost/${secret}`, { method: 'POST', body: '{"event":"x"}' });
  const [used, locked] = [made(), made()];
  await used.text();
  locked.body.getReader();
  for (const request of [used, locked, { method: 'POST', url: `/hook/${secret}`, headers: {} }]) {
    const answer = await webhooks(request);
    assert.equal(answer.status, 500);
    assert.match(await answer.text(), /request/);
  }
  assert.deepEqual(errors.map(({ code, field }) => [code, field]), Array(3).fill(['options-invalid', 'request']));
  assert.equal((await webhooks(made())).status, 200);
});

step('a body is taken as it came, as a text or as bytes, and not as it was parsed', async () => {
  const webhooks = createWebhookHandler({ store: createMemoryStore() });
  const secret = await webhooks.issueSecret('order-1');
  const bytes = new TextEncoder().encode(' {"event":"x"} ');
  for (const body of ['{"event":"x"}', bytes, bytes.buffer, new DataView(bytes.buffer), bytes.subarray(1, 14)]) {
    assert.equal((await webhooks.receive(secret, body)).event.event, 'x');
    assert.equal(parseWebhook(body).event, 'x');
  }
  assert.equal((await webhooks.webhooksOf('order-1')).length, 1);
  for (const body of [{ event: 'x' }, undefined, null, 7, [1], new Request('http://localhost')]) {
    await refused(webhooks.receive(secret, body), 'options-invalid', { field: 'body' });
  }
  for (const wrong of [undefined, null, 7, {}]) {
    await refused(webhooks.receive(wrong, '{"event":"x"}'), 'options-invalid', { field: 'secret' });
    await refused(webhooks.issueSecret(wrong), 'options-invalid', { field: 'reference' });
    await refused(webhooks.webhooksOf(wrong), 'options-invalid', { field: 'reference' });
  }
});

step('a reference that a database\'s index could not hold is refused at once', async () => {
  const webhooks = createWebhookHandler({ store: createMemoryStore() });
  const long = 'ә'.repeat(256);
  const received = await webhooks.receive(await webhooks.issueSecret(long), '{"event":"x"}');
  assert.equal(received.reference, long);
  await refused(webhooks.issueSecret(`${long}x`), 'options-invalid', { field: 'reference' });
});

step('what a callback does later ends nothing', async () => {
  const printed = [];
  const rejected = [];
  const { error } = console;
  const unhandled = (reason) => rejected.push(reason);
  globalThis.process?.on?.('unhandledRejection', unhandled);
  console.error = (...all) => printed.push(all);
  try {
    const fails = async () => assert.fail('mine');
    const webhooks = createWebhookHandler({ store: createMemoryStore(), onNew: fails, onError: fails });
    const secret = await webhooks.issueSecret('order-1');
    const post = (body) => webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body }));
    assert.equal((await post('{"event":"document_sent"}')).status, 200);
    assert.equal((await post('{}')).status, 400);
    await new Promise((wake) => setTimeout(wake, 20));
  } finally {
    console.error = error;
    globalThis.process?.off?.('unhandledRejection', unhandled);
  }
  // Of the field, of `onNew`, and of what is refused.
  assert.deepEqual(printed, Array(3).fill(['webhook: ERR_ASSERTION: mine']));
  assert.deepEqual(rejected, []);
});

step('what is told of a webhook does not change its answer', async () => {
  const printed = [];
  const { error } = console;
  console.error = (...all) => printed.push(all);
  try {
    const webhooks = createWebhookHandler({ store: createMemoryStore(), onError: () => assert.fail('mine') });
    const secret = await webhooks.issueSecret('order-1');
    const post = (body) => webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body }));
    assert.equal((await post('{"event":"document_sent"}')).status, 200);
    assert.equal((await post('{}')).status, 400);
  } finally {
    console.error = error;
  }
  assert.equal(printed.length, 2);
});

step('what is not recorded is not answered with success', async () => {
  const errors = [];
  const store = { ...createMemoryStore(), record: () => Promise.reject(new Error('the disk is full')) };
  const webhooks = createWebhookHandler({ store, onError: (error) => errors.push(error) });
  const secret = await webhooks.issueSecret('order-1');
  const answer = await webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: '{"event":"x"}' }));
  assert.equal(answer.status, 500);
  assert.ok(!(await answer.text()).includes('disk'));
  assert.deepEqual(errors.map(({ code, cause }) => [code, cause.message]), [['store-failed', 'the disk is full']]);
  // What is recorded stays recorded, whatever is done with it.
  const failing = createWebhookHandler({ store: createMemoryStore(), onNew: () => assert.fail('mine'), onError: (error) => errors.push(error) });
  const own = await failing.issueSecret('order-1');
  const taken = await failing(new Request(`http://localhost/${own}`, { method: 'POST', body: '{"event":"x"}' }));
  assert.equal(taken.status, 200);
  assert.equal(errors[1].message, 'mine');
});

step('the console is told of failures without what the store was given', async () => {
  const record = () => Promise.reject(new Error("INSERT … VALUES ('Бекова Айгерім')"));
  const webhooks = createWebhookHandler({ store: { ...createMemoryStore(), record } });
  const secret = await webhooks.issueSecret('order-1');
  const printed = [];
  const { error } = console;
  console.error = (...all) => printed.push(all);
  try {
    await webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body: '{"event":"x"}' }));
  } finally {
    console.error = error;
  }
  assert.deepEqual(printed, [['webhook: store-failed: The store of webhooks failed: see cause.']]);
});

step('10,000 webhooks in a burst, every tenth twice, are recorded once', async () => {
  const webhooks = createWebhookHandler({ store: createMemoryStore() });
  const secret = await webhooks.issueSecret('order-1');
  const bodies = Array.from({ length: 10_000 }, (_, n) => `{"event":"document_sent","doc_id":"KZ${n}"}`);
  const all = bodies.flatMap((body, n) => (n % 10 === 0 ? [body, body] : [body]));
  const answers = await Promise.all(all.map((body) => webhooks(new Request(`http://localhost/${secret}`, { method: 'POST', body }))));
  assert.ok(answers.every(({ status }) => status === 200));
  assert.equal((await webhooks.webhooksOf('order-1')).length, 10_000);
});

step('numbers and names that JavaScript would trip over', () => {
  const event = parseWebhook('{"event":"ping","doc_id":7,"big":12345678901234567890,"__proto__":{"polluted":true}}');
  assert.deepEqual([event.type, event.docId, event.other.doc_id], ['unknown', null, 7]);
  assert.equal(event.other.big, 12345678901234567890);
  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(event.other), Object.prototype);
});

step('code that throws in the middle ends nothing but its own call', async () => {
  const trap = { attachments: ['http://localhost/1.pdf'], get senderMethods() { throw new Error('mine'); } };
  const error = await client.requestToken(trap).catch((error) => error);
  assert.ok(error instanceof DocumentologServerError);
  assert.equal(parseWebhook('{"event":"x"}').type, 'unknown');
});

step('nothing prints the key', async () => {
  const { inspect } = await import('node:util');
  const hidden = createClient({ apiKey: KEY });
  assert.ok(!inspect(hidden, { depth: 9 }).includes(KEY) && !JSON.stringify(hidden).includes(KEY));
});

let failures = 0;
for (const { name, run } of steps) {
  try {
    await run();
  } catch (error) {
    failures++;
    console.log(`not ok: ${name}\n${error.stack}`);
  }
}
console.log(`server: ${steps.length - failures} of ${steps.length} passed`);
process.exit(failures ? 1 : 0);
