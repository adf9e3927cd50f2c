// The widget's module in action: an instance of it, and what is done when it crashes.
import { instantiate } from 'documentolog-embed/glue';
import type { Instance } from 'documentolog-embed/glue';
import { spareFrame, widgetCrashed } from './bindings.js';
import type { Outcome } from './bindings.js';
import type { DocumentologError } from './error.js';
import type { PreloadOptions, SessionEvent, SignOptions } from './types.js';

/** What stands for an open session: the Rust one, or what replaces it. */
export interface Opened {
  readonly phase: string;
  readonly outcome: Promise<Readonly<Outcome>>;
  retry(): void;
  close(): void;
}

/** A started module. */
export interface Widget {
  /** Opens a session; `token` is what the token function has given already. */
  open(
    place: Element | string | null,
    options: SignOptions,
    token: unknown,
    request: AbortController,
    tell: (event: SessionEvent) => void,
  ): Opened;
  /** Connects to the service ahead of use. Throws if the address is refused. */
  preconnect(options: PreloadOptions | undefined): void;
}

/** Starts a module; `forget` is called when the instance is of no use any more. */
export type Start = (errorClass: typeof DocumentologError, forget: () => void) => Promise<Widget>;

let compiled: Promise<WebAssembly.Module> | undefined;

/** Makes an instance of the module, which is compiled once. */
export async function startModule(
  compile: () => Promise<WebAssembly.Module>,
  errorClass: typeof DocumentologError,
  forget: () => void,
): Promise<Widget> {
  compiled ??= compile();
  const module = await compiled.catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  const sessions = new Set<(cause: unknown) => void>();
  let crash: { cause: unknown } | undefined;
  const instance = await instantiate(module, (exports) =>
    guarded(exports, (cause) => {
      crash = { cause };
      forget();
      for (const fail of sessions) fail(cause);
    }),
  );
  instance.setErrorClass(errorClass);

  // Nothing comes of a call in which the module has crashed.
  const start = (...values: [unknown, unknown, unknown?, unknown?, unknown?, unknown?]) =>
    (instance.open(...values) ?? {}) as { session: number; promise: Promise<Readonly<Outcome>> };
  const open: Widget['open'] = (place, options, token, request, tell) => {
    // On a server there is no document, and Rust says so.
    const host = globalThis.document?.createElement('div');
    let reject!: (error: unknown) => void;
    const crashed = new Promise<never>((_, fail) => (reject = fail));
    let claim: Outcome | undefined;
    const fail = (cause: unknown) => {
      // Closed, a dialog gives the focus back; and nothing of the widget may stay on the page.
      host?.shadowRoot?.querySelector('dialog')?.close();
      host?.remove();
      request.abort();
      const error = new errorClass('widget-crashed', widgetCrashed, { cause, claim });
      reject(error);
      tell(Object.freeze({ type: 'failed', error }));
    };
    sessions.add(fail);
    const { session, promise } = start(place, options, token, request, host, (event: SessionEvent) => {
      // It is not lost with a crash.
      if (event.type === 'confirming') claim = event.claim;
      tell(event);
    });
    if (crash) {
      // Perhaps another session's, and before this one could hear of it.
      fail(crash.cause);
      return { phase: 'ended', outcome: crashed, retry() {}, close() {} };
    }
    // Whoever was told that it opens may have closed it, when there was nothing to be closed yet.
    if (request.signal.aborted) instance.close(session);
    const over = () => sessions.delete(fail);
    promise.then(over, over);
    return {
      get phase() {
        return instance.phase(session);
      },
      outcome: Promise.race([promise, crashed]),
      retry: () => instance.retry(session),
      close: () => instance.close(session),
    };
  };
  let isRehearsed = false;
  /**
   * Opens a session where nobody sees it, in a document that no window shows, and closes it before
   * it has a token: browsers make code ready when it first runs, and that takes longer than to run it.
   */
  const rehearse = (baseUrl: PreloadOptions['baseUrl']) => {
    // A frame that has been made for a session that is about to open would be taken for this one.
    if (isRehearsed || !globalThis.document || document.querySelector(`[${spareFrame}]`)) return;
    isRehearsed = true;
    const stage = document.implementation.createHTMLDocument().body;
    const { session, promise } = start(stage, { token: new Promise(() => {}), baseUrl });
    // Whatever is wrong is told when a session is opened for a signer.
    promise?.catch(() => {});
    instance.close(session);
  };
  const connected = new Set<string>();
  const preconnect: Widget['preconnect'] = (options) => {
    // Once for each address: the link stays in the page.
    const address = String(options?.baseUrl);
    if (connected.has(address)) return;
    const refused: unknown = instance.preconnect(options);
    if (refused) throw refused;
    connected.add(address);
    rehearse(options?.baseUrl);
  };
  return { open, preconnect };
}

/**
 * The module's functions, none of which runs again after an exception has left one: what was
 * under way has been broken off, and its memory can be in any state. The exception is kept
 * from the page's own code, unless some of it is being run by the module right now.
 */
function guarded<Exports extends object>(exports: Exports, crashed: (cause: unknown) => void): Exports {
  let isDead = false;
  let depth = 0;
  const guard = (run: (...values: unknown[]) => unknown) => (...values: unknown[]) => {
    if (isDead) return;
    depth++;
    try {
      return run(...values);
    } catch (cause) {
      if (!isDead) {
        isDead = true;
        crashed(cause);
      }
      if (depth > 1) throw cause;
    } finally {
      depth--;
    }
  };
  const entries = Object.entries(exports).map(([name, value]) => [name, typeof value === 'function' ? guard(value) : value]);
  return Object.fromEntries(entries);
}

export type { Instance };
