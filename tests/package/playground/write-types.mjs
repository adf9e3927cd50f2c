// Writes the playground's React and Vue code where the type tests are compiled: React's as it
// is; of Vue's the script, as Vue's compiler leaves it, and the whole component for `vue-tsc`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileScript, parse } from 'vue/compiler-sfc';
import { TABLE, codeOf } from './table.mjs';

/** Writes them into a folder. */
export function writeTypes(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(TABLE)) {
    writeFileSync(join(folder, `${name}.react.tsx`), codeOf('react', name));
    writeFileSync(join(folder, `${name}.vue.ts`), compileVue(codeOf('vue', name), name, false));
    writeFileSync(join(folder, `${name}.component.vue`), codeOf('vue', name));
  }
}

/** A single-file component as a module of TypeScript. */
export function compileVue(source, id, inlineTemplate) {
  const { descriptor, errors } = parse(source, { filename: `${id}.vue` });
  if (errors.length > 0) throw errors[0];
  return compileScript(descriptor, { id, inlineTemplate }).content;
}
