// The code that the demo's playground shows, held against reality: bundled with the package,
// or compared with what is compiled elsewhere. (`types/check.mjs` compiles its types.)
import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { LANGUAGES, TABLE, codeOf } from '../playground/table.mjs';
import { compileVue } from '../playground/write-types.mjs';

const here = import.meta.dirname;
const rust = join(here, '../../../www/tests/code');

/** Settings whose documents differ. */
const BACK_ENDS = ['as_it_is', 'everything', 'hostile_title', 'never'];

for (const name of Object.keys(TABLE)) {
  for (const [language, loader] of [
    ['react', 'tsx'],
    ['vue', 'ts'],
    ['html', 'js'],
  ]) {
    test(`the ${language} code for ${name} is bundled with the package`, async () => {
      const code = codeOf(language, name);
      const contents = { react: () => code, vue: () => compileVue(code, name, true), html: () => scriptIn(code) }[language]();
      const { warnings, outputFiles } = await build({
        stdin: { contents, loader, resolveDir: here },
        bundle: true,
        format: 'esm',
        jsx: 'automatic',
        outdir: 'out',
        splitting: true,
        write: false,
        logLevel: 'silent',
      });
      assert.deepEqual(warnings, []);
      assert.ok(outputFiles.some(({ text }) => text.includes('WebAssembly')), 'the widget is not in it');
    });
  }

  test(`the rust code for ${name} is the one that is compiled`, () => {
    compare(join(rust, name, 'page.rs'), codeOf('rust', name));
  });

  test(`the back end for ${name} is one that is compiled`, () => {
    const code = codeOf('back-end', name);
    if (BACK_ENDS.includes(name)) compare(join(rust, name, 'back_end.rs'), code);
    else assert.ok(BACK_ENDS.some((other) => codeOf('back-end', other) === code));
  });
}

test('nothing in the code turns around the order in which it is shown', () => {
  assert.match(TABLE.hostile_title, /%E2%80%AE/);
  for (const language of Object.keys(LANGUAGES)) {
    assert.doesNotMatch(codeOf(language, 'hostile_title'), /\p{Bidi_Control}/u, language);
  }
});

/** Files that `cargo test -p documentolog-shop --test code` compiles. */
function compare(path, code) {
  if (process.env.UPDATE) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  assert.equal(readFileSync(path, 'utf8'), code, `run this test with UPDATE=1 to write ${path}`);
}

/** The module in a page, of which there is one. */
function scriptIn(page) {
  const scripts = page.split('<script type="module">').slice(1);
  assert.equal(scripts.length, 1);
  const [script, ...rest] = scripts[0].split('</script>');
  assert.equal(rest.length, 1, 'something ends the script too soon');
  return script;
}
