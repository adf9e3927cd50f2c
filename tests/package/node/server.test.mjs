// The back end's half in each runtime, against the sandbox's program; and in a browser not at all.
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

const folder = new URL('../', import.meta.url).pathname;
const { DOCUMENTOLOG_SANDBOX, DOCUMENTOLOG_DENO, DOCUMENTOLOG_BUN } = process.env;
const API_KEY = 'the-sandbox-key-of-a-test';
let sandbox, origin;

before(async () => {
  assert.ok(DOCUMENTOLOG_SANDBOX, 'DOCUMENTOLOG_SANDBOX names the sandbox’s program: cargo xtask test --only package');
  sandbox = spawn(DOCUMENTOLOG_SANDBOX, ['--listen', '127.0.0.1:0'], {
    env: { ...process.env, DOCUMENTOLOG_API_KEY: API_KEY, RUST_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: sandbox.stdout })) {
    if ((origin = /ready (\S+)/.exec(line)?.[1])) break;
  }
  sandbox.stdout.resume();
});
after(() => sandbox?.kill());

const runtimes = {
  'Node.js': [process.execPath],
  Deno: DOCUMENTOLOG_DENO && [DOCUMENTOLOG_DENO, 'run', '--allow-all', '--no-remote', '--node-modules-dir=manual', '--no-lock'],
  Bun: DOCUMENTOLOG_BUN && [DOCUMENTOLOG_BUN, 'run'],
};
for (const [name, command] of Object.entries(runtimes)) {
  test(`the back end's half in ${name}`, { skip: !command && `no ${name} on this system`, timeout: 120_000 }, async () => {
    const [program, ...rest] = command;
    const env = { ...process.env, SANDBOX: origin, API_KEY };
    const run = promisify(execFile)(program, [...rest, 'server/scenario.mjs'], { cwd: folder, env });
    const { stdout } = await run.catch((error) => assert.fail(`${error.message}\n${error.stdout}`));
    assert.match(stdout, /^server: (\d+) of \1 passed$/m);
    console.log(`${name}: ${stdout.trim()}`);
  });
}

async function bundle(platform) {
  const { outputFiles } = await build({
    stdin: { contents: "export * from 'documentolog-embed/server'", resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform,
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

test("a browser's bundle gets a module that refuses, and not the kit", async () => {
  const text = await bundle('browser');
  assert.ok(text.length < 10_000, `${text.length} bytes`);
  const error = await import(`data:text/javascript,${encodeURIComponent(text)}`).catch((error) => error);
  assert.equal(error.name, 'DocumentologServerError');
  assert.equal(error.code, 'browser-refused');
  assert.match(error.message, /refuses to run in a browser/);
});

test('the kit itself refuses where there is a page, whatever the bundler was told', async () => {
  const text = await bundle('node');
  for (const page of ['globalThis.document = {}', 'globalThis.WorkerGlobalScope = class {}; delete globalThis.process']) {
    const script = `${page}; const { createClient } = await import('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(text))});
      try { createClient({ apiKey: 'k' }) } catch ({ code }) { console.log(code) }`;
    assert.equal(execFileSync(process.execPath, ['--input-type=module'], { encoding: 'utf8', input: script }).trim(), 'browser-refused');
  }
});

test('a bundle for a server holds the module as a text, and looks for no file', async () => {
  const text = await bundle('node');
  assert.doesNotMatch(text, /\.wasm['"]|readFile|import\.meta\.url/);
});

test('where WebAssembly may not be compiled, that is said', async () => {
  const script = `WebAssembly.Module = function () { throw new WebAssembly.CompileError('disallowed by embedder') };
    const { parseWebhook } = await import('documentolog-embed/server');
    try { parseWebhook('{}') } catch ({ code }) { console.log(code) }`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' });
  assert.equal(printed.trim(), 'wasm-unavailable');
});
