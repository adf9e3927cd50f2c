// Importing must do nothing and need nothing: on a server, in an edge runtime, in a worker.
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const ENTRIES = ['', '/external', '/react', '/vue', '/element', '/single-file', '/server'];

/** Globals that an import must not touch, each a trap. */
const TRAPS = `
  for (const name of ['window', 'document', 'location', 'navigator', 'fetch', 'customElements', 'HTMLElement', 'WebAssembly', 'DecompressionStream']) {
    const isAsked = ['customElements', 'HTMLElement'].includes(name);
    Object.defineProperty(globalThis, name, { configurable: true, get() { if (isAsked) return undefined; throw new Error(name + ' is touched'); } });
  }
`;

for (const entry of ENTRIES) {
  test(`documentolog-embed${entry} imports in Node.js and touches nothing`, () => {
    // The frameworks look for a window themselves, and do not mind that there is none.
    const framework = ['/react', '/vue'].includes(entry) ? `await import('${entry.slice(1)}');` : '';
    const script = `${framework} ${TRAPS}; const entry = await import('documentolog-embed${entry}'); console.log(Object.keys(entry).join())`;
    const names = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    assert.match(names, /sign|DocumentologSign|createClient/);
  });

  test(`documentolog-embed${entry} imports in an edge runtime`, async () => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from 'documentolog-embed${entry}'`, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'iife',
      globalName: 'entry',
      write: false,
      external: ['./plain.js'],
      logLevel: 'error',
      // As bundlers for edge runtimes do, where `browser` stands for a page.
      conditions: entry === '/server' ? ['edge-light', 'worker'] : ['browser'],
      platform: entry === '/server' ? 'node' : 'browser',
      // An immediately called function has none, and here it is not asked for.
      define: { 'import.meta.url': '"https://example.kz/"' },
    });
    const edge = new EdgeVM();
    edge.evaluate(outputFiles[0].text);
    assert.match(edge.evaluate('Object.keys(entry).join()'), /sign|DocumentologSign|createClient/);
  });
}

test('a server can render the React component', async () => {
  const { createElement } = await import('react');
  const { renderToString } = await import('react-dom/server');
  const { DocumentologSign } = await import('documentolog-embed/react');
  const token = () => assert.fail('a server asks for no token');
  assert.equal(renderToString(createElement(DocumentologSign, { token, className: 'place' })), '<div class="place"></div>');
  assert.equal(renderToString(createElement(DocumentologSign, { token, modal: true })), '');
});

test('a server can render the Vue component', async () => {
  const { createSSRApp, h } = await import('vue');
  const { renderToString } = await import('vue/server-renderer');
  const { DocumentologSign } = await import('documentolog-embed/vue');
  const token = () => assert.fail('a server asks for no token');
  const render = (props) => renderToString(createSSRApp({ render: () => h(DocumentologSign, props) }));
  assert.equal(await render({ token, class: 'place' }), '<div class="place"></div>');
  assert.equal(await render({ token, modal: true }), '<!---->');
});

test('a session that is opened where there is no page fails with a typed error', async () => {
  const { DocumentologError, sign } = await import('documentolog-embed');
  const events = [];
  const session = sign({ token: 'a.b.c', onEvent: ({ type }) => events.push(type) });
  await assert.rejects(session.outcome, (error) => error instanceof DocumentologError && error.code === 'container-missing');
  assert.deepEqual(events, ['failed']);
  assert.equal(session.phase, 'ended');
});

test('the element is defined once, whoever defines it', async () => {
  const { define } = await import('documentolog-embed/element');
  define();
  define('x-sign');
});
