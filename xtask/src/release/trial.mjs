// The released package, installed from its tarball, and the released sandbox: an access token
// by the one of the other. And every entry that needs no framework can be imported.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const [baseUrl, apiKey, version] = process.argv.slice(2);
const { version: installed } = createRequire(import.meta.url)('documentolog-embed/package.json');
assert.equal(installed, version);

const widget = await import('documentolog-embed');
for (const name of ['sign', 'mount', 'preload', 'DocumentologError']) assert.equal(typeof widget[name], 'function', name);
for (const entry of ['external', 'element', 'single-file']) await import(`documentolog-embed/${entry}`);

const { createClient } = await import('documentolog-embed/server');
const attachments = [`${baseUrl}/rct/sample.pdf`];
const { data } = await createClient({ apiKey, baseUrl }).requestToken({ attachments, senderMethods: ['eds'] });
assert.equal(data.token_type, 'Bearer');
assert.equal(data.access_token.split('.').length, 3);
