import start_, { open, setErrorClass } from 'documentolog-embed/glue';
import type { WidgetSession } from 'documentolog-embed/glue';
import { bytes } from 'documentolog-embed/wasm-bytes';
import type { DocumentologError } from './error.js';

export type Open = typeof open;
export type { WidgetSession };

/** Unpacks and starts the module that this chunk carries. */
export async function start(errorClass: typeof DocumentologError): Promise<Open> {
  const packed = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  await start_({ module_or_path: await new Response(unpacked).arrayBuffer() });
  setErrorClass(errorClass);
  return open;
}
