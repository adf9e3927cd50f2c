// What a bundler makes of it.
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { test } from 'node:test';

async function bundle(contents, rest = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    outdir: '/made',
    write: false,
    metafile: true,
    logLevel: 'error',
    ...rest,
  });
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint);
  const eager = new Set();
  const follow = (name) => {
    eager.add(name);
    for (const { path, kind } of metafile.outputs[name].imports) if (kind === 'import-statement' && metafile.outputs[path]) follow(path);
  };
  follow(entry[0]);
  const inputs = [...eager].flatMap((name) => Object.keys(metafile.outputs[name].inputs));
  const text = outputFiles.filter(({ path }) => [...eager].some((name) => name.endsWith(path))).map((file) => file.text).join('');
  return { inputs, text, all: Object.keys(metafile.inputs) };
}

test('preload alone brings no framework, and nothing that is loaded later', async () => {
  const { inputs, all } = await bundle("import { preload } from 'documentolog-embed'; preload()");
  assert.ok(!all.some((name) => /\/(react|vue)\b/.test(name)), 'no framework');
  assert.ok(!all.some((name) => /\/(react|vue|element|external|streamed)\.js$/.test(name)), 'no other entry');
  for (const later of ['widget', 'embedded', 'plain', 'fallback']) {
    assert.ok(!inputs.some((name) => name.endsWith(`/${later}.js`)), `${later} is loaded at once`);
  }
});

test('what is imported for its name only leaves nothing behind', async () => {
  const { text } = await bundle("import 'documentolog-embed'; import 'documentolog-embed/react'; export const a = 1");
  assert.equal(text, 'var o=1;export{o as a};\n');
});

test('the element is defined even where only its module is imported', async () => {
  const { text } = await bundle("import 'documentolog-embed/element'");
  assert.match(text, /documentolog-sign/);
});

test('the entry external ships no second module in its code', async () => {
  const { all } = await bundle("import { sign } from 'documentolog-embed/external'; sign({})", {
    loader: { '.wasm': 'file' },
  });
  assert.ok(!all.some((name) => /\/(embedded|plain)\.js$/.test(name)));
});

test('two entries of one app share one core', async () => {
  const { all } = await bundle(
    "import { sign } from 'documentolog-embed'; import { useDocumentologSign } from 'documentolog-embed/react';" +
      "import { preload } from 'documentolog-embed/external'; globalThis.all = [sign, useDocumentologSign, preload]",
    { external: ['react'], loader: { '.wasm': 'file' } },
  );
  assert.equal(all.filter((name) => name.endsWith('/core.js')).length, 1);
});
