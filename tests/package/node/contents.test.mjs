// What is in the tarball, and what the tools say of it that other people run.
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const folder = join(import.meta.dirname, '../node_modules/documentolog-embed');
const tarball = join(import.meta.dirname, '../../../target/npm/documentolog-embed.tgz');
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const FILES = `
CHANGELOG.md LICENSE-APACHE LICENSE-MIT README.md package.json documentolog-embed.wasm
core.js documentolog-embed.js element.js embedded.js error.js external.js fallback.js index.js
plain.js react.js server.js server-browser.js streamed.js vue.js widget.js
bindings.d.ts element.d.ts error.d.ts external.d.ts index.d.ts react.d.ts single-file.d.ts types.d.ts vue.d.ts
server.d.ts server-bindings.d.ts server-client.d.ts server-error.d.ts server-store.d.ts server-webhooks.d.ts
`;

test('the tarball holds what belongs in it, and nothing else', () => {
  const packed = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' });
  const names = packed.trim().split('\n').map((name) => name.replace(/^package\//, ''));
  assert.deepEqual(names.sort(), FILES.trim().split(/\s+/).sort());
});

test('no file tells of the machine that made it', () => {
  for (const name of readdirSync(folder)) {
    // Modules in base64 say anything by chance. (The widget's is a file of its own besides.)
    const text = readFileSync(join(folder, name), 'latin1').replace(/[A-Za-z0-9+/]{1000,}/g, '');
    for (const unwanted of [/.{0,20}(\/(work|home|root|Users)\/|\.cargo\/).{0,40}/, /sourceMappingURL|TODO|FIXME/]) {
      assert.equal(unwanted.exec(text)?.[0], undefined, name);
    }
  }
});

test('the manifest promises what a careful integrator looks for', () => {
  assert.equal(manifest.dependencies, undefined, 'no dependencies');
  assert.equal(manifest.scripts, undefined, 'no scripts, so none at installation');
  assert.equal(manifest.type, 'module');
  assert.equal(manifest.publishConfig.access, 'public');
  assert.equal(manifest.publishConfig.provenance, undefined, 'npm makes one in CI only, and fails elsewhere');
  for (const name of Object.keys(manifest.peerDependencies)) assert.equal(manifest.peerDependenciesMeta[name].optional, true);
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue;
    const conditions = entry === './server' ? ['types', 'browser', 'default'] : ['types', 'default'];
    assert.deepEqual(Object.keys(target), conditions, `${entry}: types come first`);
  }
});

test('every module that a module imports is there', () => {
  const names = readdirSync(folder);
  for (const name of names.filter((name) => /\.(js|d\.ts)$/.test(name))) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, found] of text.matchAll(/(?:from ?|import\(?)["']\.\/([^"']+)["']/g)) {
      const needed = name.endsWith('.d.ts') ? found.replace(/\.js$/, '.d.ts') : found;
      assert.ok(names.includes(needed), `${name} imports ${needed}`);
    }
  }
});

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: folder, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test('arethetypeswrong finds nothing', async () => {
  const packed = createPackageFromTarballData(new Uint8Array(readFileSync(tarball)));
  // A WebAssembly file is no module to TypeScript.
  const { problems, types } = await checkPackage(packed, { excludeEntrypoints: ['./wasm'] });
  assert.equal(types.kind, 'included');
  // The package is made of ES modules only: require() gets it from Node.js 20.19 on, and
  // older CommonJS programs import() it. That, and no more, may be said of it.
  const rest = problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
  assert.deepEqual(rest, []);
});

test('require() gets it, too', () => {
  const script = "console.log(typeof require('documentolog-embed').sign)";
  const printed = execFileSync(process.execPath, ['--input-type=commonjs', '-e', script], {
    cwd: dirname(import.meta.dirname),
    encoding: 'utf8',
  });
  assert.equal(printed.trim(), 'function');
});
