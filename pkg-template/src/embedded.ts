// The chunk of the default entry: the module is carried in it as a text.
import { bytes } from 'documentolog-embed/wasm-bytes';
import { startModule } from './widget.js';
import type { Start } from './widget.js';

export const start: Start = (errorClass, forget) => startModule(compile, errorClass, forget);

async function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack().catch(plain));
}

async function unpack(): Promise<BufferSource> {
  const unpacked = new Blob([decode(bytes)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(unpacked).arrayBuffer();
}

/** For browsers that have no deflate-raw: Firefox before 113, Chrome before 103. */
async function plain(): Promise<BufferSource> {
  return decode((await import('./plain.js')).bytes);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
