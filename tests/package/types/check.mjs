// Compiles the type tests as the apps do that use the package: by two compilers, under both
// ways to resolve modules, with and without the library that knows `using`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTypes } from '../playground/write-types.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const work = join(here, 'made');
mkdirSync(work, { recursive: true });
// What the demo's playground shows must compile as well as what is written by hand.
writeTypes(join(work, 'playground'));

const ways = [];
for (const compiler of ['typescript', 'typescript-5']) {
  for (const [module, moduleResolution] of [
    ['esnext', 'bundler'],
    ['node16', 'node16'],
  ]) {
    ways.push({ compiler, module, moduleResolution, lib: ['es2022'], react: '@types/react' });
    ways.push({ compiler, module, moduleResolution, lib: ['es2022', 'esnext.disposable'], react: 'types-react-18' });
  }
}

let failed = 0;
for (const [number, { compiler, module, moduleResolution, lib, react }] of ways.entries()) {
  const project = join(work, `tsconfig.${number}.json`);
  const options = {
    target: 'es2022',
    module,
    moduleResolution,
    lib: [...lib, 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: false,
    paths: {
      react: [`../../node_modules/${react}/index.d.ts`],
      'react/jsx-runtime': [`../../node_modules/${react}/jsx-runtime.d.ts`],
    },
  };
  writeFileSync(project, JSON.stringify({ compilerOptions: options, include: ['../*.ts', '../*.tsx', 'playground/*'] }));
  const tsc = join(here, '../node_modules', compiler, 'bin/tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  const name = `${compiler}, ${moduleResolution}, ${lib.at(-1)}, ${react}`;
  if (status === 0) continue;
  failed++;
  console.log(`types: ${name}:\n${stdout}${stderr}`);
}

// The code blocks of the documents, which `cargo xtask` has written out, named by document and
// line. Types are strict where they are written, and loose in plain JavaScript.
const snippets = join(work, 'snippets');
const written = existsSync(snippets) ? readdirSync(snippets).length : 0;
for (const [extensions, strict] of [
  [['ts', 'tsx'], true],
  [['js', 'jsx'], false],
]) {
  const project = join(work, `tsconfig.snippets-${extensions[0]}.json`);
  const compilerOptions = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'esnext.disposable', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: [],
    strict,
    checkJs: true,
    noEmit: true,
  };
  const include = ['../snippets/*.d.ts', ...extensions.map((extension) => `snippets/*.${extension}`)];
  writeFileSync(project, JSON.stringify({ compilerOptions, include }));
  const tsc = join(here, '../node_modules/typescript/bin/tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  if (status === 0 && written > 0) continue;
  failed++;
  console.log(`code in documents:\n${stdout}${stderr}`);
}

// The playground's components for Vue as they are shown, templates included.
{
  const project = join(work, 'tsconfig.vue.json');
  const compilerOptions = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'esnext.disposable', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
  };
  const vueCompilerOptions = { strictTemplates: true };
  writeFileSync(project, JSON.stringify({ compilerOptions, vueCompilerOptions, include: ['playground/*.vue'] }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'vue-tsc.mjs'), '-p', project], { encoding: 'utf8' });
  if (status !== 0) {
    failed++;
    console.log(`components for Vue:\n${stdout}${stderr}`);
  }
}

console.log(`types: ${written} blocks of code in documents`);
console.log(failed ? `types: ${failed} failed` : `types: ${ways.length} ways passed`);
process.exitCode = failed ? 1 : 0;
