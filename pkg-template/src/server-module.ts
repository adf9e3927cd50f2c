// The Rust half. It is compiled at the first call, and not when it is imported.
import { bytes } from 'documentolog-embed/server-wasm-bytes';
import { instantiate } from 'documentolog-embed/server-glue';
import type { Instance } from 'documentolog-embed/server-glue';
import { sentences } from './server-bindings.js';
import type { ServerErrorCode } from './server-bindings.js';
import { DocumentologServerError } from './server-error.js';

let compiled: WebAssembly.Module | undefined;
let running: Instance | undefined;

/** Calls into the module. What it throws becomes a typed error. */
export function call<Given>(use: (rust: Instance) => Given): Given {
  refuseBrowsers();
  const rust = (running ??= start());
  try {
    return use(rust);
  } catch (thrown) {
    if (isFailure(thrown)) throw new DocumentologServerError(thrown.code, thrown.message, thrown);
    // It broke off in the middle: the next call gets a fresh instance.
    running = undefined;
    throw failed('module-crashed', thrown);
  }
}

/** An error whose sentence TypeScript has, too. */
export function failed(code: keyof typeof sentences, ...cause: unknown[]): DocumentologServerError {
  return new DocumentologServerError(code, sentences[code], cause.length ? { cause: cause[0] } : {});
}

function start(): Instance {
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
  } catch (cause) {
    throw failed('wasm-unavailable', cause);
  }
  return instantiate(compiled);
}

/** What Rust throws: a plain object. A trap and an exception of the caller's own code are none. */
function isFailure(thrown: unknown): thrown is { code: ServerErrorCode; message: string; field: string | null; status: number | null } {
  return typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error) && 'code' in thrown && 'message' in thrown;
}

/** Whoever runs this in a browser has the api-key there. */
function refuseBrowsers(): void {
  const here = globalThis as { document?: unknown; WorkerGlobalScope?: unknown; process?: { versions?: { node?: string } }; Deno?: unknown };
  // Deno's workers are WorkerGlobalScopes, too; Bun calls itself a Node.js.
  const isServer = here.process?.versions?.node !== undefined || here.Deno !== undefined;
  if (here.document !== undefined || (here.WorkerGlobalScope !== undefined && !isServer)) throw failed('browser-refused');
}
