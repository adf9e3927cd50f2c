import { aborted, widgetCrashed } from './bindings.js';
import type { Outcome, Phase } from './bindings.js';
import { DocumentologError } from './error.js';
import { load } from './load.js';
import type { Source } from './load.js';
import { dropFrame, prepareFrame } from './spare.js';
import type { Session, SessionEvent, SignOptions } from './types.js';
import type { Opened } from './widget.js';

/** What stands for the session once its code is there: the Rust one, or the fallback. */
type Stand = Pick<Opened, 'phase' | 'retry' | 'close'> & { remove?(): void };

/**
 * Stands in front of the Rust session while that is being loaded. Everything but that
 * stretch of time is decided in Rust.
 */
class LoadingSession extends EventTarget {
  readonly outcome: Promise<Readonly<Outcome>>;
  #stand: Stand | undefined;
  #ended = false;
  #events: SessionEvent[] = [];
  #waiting: (() => void)[] = [];
  #source: Source;
  #place: Element | string | null;
  #options: SignOptions;
  #request = new AbortController();
  #spare: Element | undefined;
  #resolve!: (outcome: Outcome | PromiseLike<Outcome>) => void;
  #reject!: (error: unknown) => void;
  #abort = () => this.#fail(new DocumentologError('aborted', aborted, { cause: this.#options.signal?.reason }));

  constructor(source: Source, place: Element | string | null, options: SignOptions) {
    super();
    this.#source = source;
    this.#place = place;
    this.#options = options;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever listens to events only has handled the failure there.
    this.outcome.catch(() => {});
    const signal = options?.signal;
    // Not before the caller has the session to listen to.
    if (signal?.aborted === true) {
      queueMicrotask(this.#abort);
    } else {
      signal?.addEventListener?.('abort', this.#abort);
      this.#open();
    }
  }

  get phase(): Phase {
    return this.#ended ? 'ended' : ((this.#stand?.phase as Phase | undefined) ?? 'requesting-token');
  }

  retry(): void {
    if (!this.#ended) this.#stand?.retry();
  }

  close(): void {
    if (this.#ended) return;
    if (this.#stand) this.#stand.close();
    else this.#end(Object.freeze({ type: 'closed', by: 'page' }));
  }

  // Browsers that do not know `using` do not know the symbol; compilers agree on this one.
  [(Symbol.dispose ?? Symbol.for('Symbol.dispose')) as typeof Symbol.dispose](): void {
    this.close();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SessionEvent, void> {
    for (let next = 0; ; ) {
      while (next < this.#events.length) yield this.#events[next++]!;
      if (this.#ended) return;
      await new Promise<void>((wake) => this.#waiting.push(wake));
    }
  }

  #open(): void {
    // At once, so that the token and the module are on their way together.
    let token: unknown = this.#options?.token;
    if (typeof token === 'function') {
      try {
        token = token(this.#request.signal) ?? null;
      } catch (error) {
        token = Promise.reject(error);
      }
    }
    // Its failure is told by the session, which may be over or not there yet when it comes.
    (token as Promise<unknown> | null | undefined)?.catch?.(() => {});
    const tell = (event: SessionEvent) => this.#tell(event);
    const loading = load(this.#source);
    // While the module is on its way.
    this.#spare ??= prepareFrame();
    loading
      .then(
        (widget) => {
          if (this.#ended) return;
          // From here on the signal is heard in Rust.
          this.#options?.signal?.removeEventListener?.('abort', this.#abort);
          const opened = widget.open(this.#place, this.#options, token, this.#request, tell);
          this.#stand = opened;
          opened.outcome.then(this.#resolve, this.#reject);
        },
        async (error: DocumentologError) => {
          const fallback = await import('./fallback.js').catch(() => undefined);
          if (this.#ended) return;
          const shown = await fallback?.show(this.#place, this.#options, token, {
            retry: () => {
              this.#stand = undefined;
              this.#open();
            },
            closed: (by) => (by === 'page' ? this.#end(Object.freeze({ type: 'closed', by })) : this.#fail(error)),
            tell,
            isOver: () => this.#ended,
          });
          if (!shown) throw error;
          if (this.#ended) return shown.remove();
          this.#stand = shown;
          tell(Object.freeze({ type: 'stalled', error }));
        },
      )
      .catch((cause: unknown) => {
        this.#fail(
          cause instanceof DocumentologError ? cause : new DocumentologError('widget-crashed', widgetCrashed, { cause }),
        );
      });
  }

  /** Ends the session, where Rust does not. */
  #end(outcome: Readonly<Outcome>): void {
    this.#resolve(outcome);
    this.#tell(outcome);
    this.#request.abort();
  }

  #fail(error: DocumentologError): void {
    this.#reject(error);
    this.#tell(Object.freeze({ type: 'failed', error }));
    this.#request.abort();
  }

  #tell(event: SessionEvent): void {
    if (this.#ended) return;
    this.#events.push(event);
    // Not `sign-failed`: the signer may try again.
    if (/signed|closed|^failed/.test(event.type)) {
      this.#ended = true;
      this.#options?.signal?.removeEventListener?.('abort', this.#abort);
      this.#stand?.remove?.();
      dropFrame(this.#spare);
    }
    try {
      this.#options?.onEvent?.(event);
    } catch (error) {
      reportError(error);
    }
    this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** Opens a session. */
export function openSession(source: Source, place: Element | string | null, options: SignOptions): Session {
  // EventTarget's own types know no names of events; Session's do.
  return new LoadingSession(source, place, options) as unknown as Session;
}
