// Vue's compiler of types, with TypeScript 5: version 7, which has the plain name here, cannot be
// loaded into another program.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('vue-tsc').run(require.resolve('typescript-5/lib/tsc.js'));
