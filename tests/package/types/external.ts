import { mount, preload, sign } from 'documentolog-embed/external';
import type { Session, WasmSource } from 'documentolog-embed/external';
import { sign as fromIndex } from 'documentolog-embed';

export const wasm: WasmSource[] = ['/a.wasm', new URL('https://example.kz'), new Uint8Array()];
void preload({ wasm: fetch('/a.wasm') });
// @ts-expect-error a number is no module.
void preload({ wasm: 1 });
const sessions: Session[] = [sign({ token: 'a' }), mount('#place', { token: 'a' }), fromIndex({ token: 'a' })];
export default sessions;
