// The chunk of the default entry: the module is carried in it as a text.
import { bytes } from 'documentolog-embed/wasm-bytes';
import { startModule } from './widget.js';
import type { Start } from './widget.js';

export const start: Start = (errorClass, forget) => startModule(compile, errorClass, forget);

async function compile(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await unpack().catch(plain));
}

async function unpack(): Promise<BufferSource> {
  // Written to directly: a Blob's stream would go by way of the browser's store of blobs.
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // What goes wrong in there is told by the end that is read.
  const told = () => {};
  writer.write(decode(bytes)).catch(told);
  writer.close().catch(told);
  return new Response(readable).arrayBuffer();
}

/** For browsers that have no deflate-raw: Firefox before 113, Chrome before 103. */
async function plain(): Promise<BufferSource> {
  return decode((await import('./plain.js')).bytes);
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  // Newer browsers' own is quicker by far.
  return Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

declare global {
  interface Uint8ArrayConstructor {
    fromBase64?(base64: string): Uint8Array<ArrayBuffer>;
  }
}
