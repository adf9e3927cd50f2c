// Makes the pages on which the adapters are tested in a browser.
import { build } from 'esbuild';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const out = join(here, '../dist');
rmSync(out, { recursive: true, force: true });

const pages = [
  ['react-18', 'react.jsx', { react: 'react-18', 'react-dom': 'react-dom-18' }],
  ['react-19', 'react.jsx', {}],
  ['vue', 'vue.js', {}],
  ['element', 'element.js', {}],
];

for (const [name, source, alias] of pages) {
  await build({
    entryPoints: { main: join(here, source) },
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    alias,
    outdir: join(out, name),
    // As in development: what is said to developers is said.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'warning',
  });
  cpSync(join(here, 'page.html'), join(out, name, 'index.html'));
}
