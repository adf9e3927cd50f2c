import { aborted, widgetCrashed } from './bindings.js';
import type { Outcome, Phase } from './bindings.js';
import { DocumentologError } from './error.js';
import { load } from './load.js';
import type { SessionEvent, SessionEventOf, SessionEventType, SignOptions } from './types.js';
import type { WidgetSession } from './widget.js';

/** One signature, from the opening to its one end. */
export interface Session {
  /**
   * Settles once: with how the session ended, or with a `DocumentologError`. `signed` with
   * `confirmed: false` is what the signer's browser says; the fact is the webhook that your
   * back end receives.
   */
  readonly outcome: Promise<Readonly<Outcome>>;
  /** What the session is doing. */
  readonly phase: Phase;
  /** Listens to events of one type; the session's event is `event.detail`. */
  addEventListener<Type extends SessionEventType>(
    type: Type,
    listener: (event: CustomEvent<SessionEventOf<Type>>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** Stops listening. */
  removeEventListener<Type extends SessionEventType>(
    type: Type,
    listener: (event: CustomEvent<SessionEventOf<Type>>) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  /**
   * Opens the signing page anew: a new frame and, from a token function, a new token. Does
   * nothing while a token is on its way, and after the signer has signed.
   */
  retry(): void;
  /** Closes the session and takes everything of it out of the page. After the end this does nothing. */
  close(): void;
}

/** What stands for the session once its code is there: the Rust one, or the fallback. */
type Opened = Pick<WidgetSession, 'phase' | 'retry' | 'close'>;

/**
 * Stands in front of the Rust session while that is being loaded. Everything but that
 * stretch of time is decided in Rust.
 */
class LoadingSession extends EventTarget implements Omit<Session, 'addEventListener' | 'removeEventListener'> {
  readonly outcome: Promise<Readonly<Outcome>>;
  #opened: Opened | undefined;
  #ended = false;
  #options: SignOptions;
  #request = new AbortController();
  #resolve!: (outcome: Outcome | PromiseLike<Outcome>) => void;
  #reject!: (error: unknown) => void;
  #abort = () => this.#fail(new DocumentologError('aborted', aborted, { cause: this.#options.signal?.reason }));

  constructor(place: Element | string | null, options: SignOptions) {
    super();
    this.#options = options;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever listens to events only has handled the failure there.
    this.outcome.catch(() => {});
    const signal = options?.signal;
    if (signal?.aborted === true) {
      // Not before the caller has the session to listen to.
      queueMicrotask(this.#abort);
      return;
    }
    signal?.addEventListener?.('abort', this.#abort);
    this.#open(place, firstToken(options?.token, this.#request.signal));
  }

  get phase(): Phase {
    return this.#ended ? 'ended' : ((this.#opened?.phase as Phase | undefined) ?? 'requesting-token');
  }

  retry(): void {
    if (!this.#ended) this.#opened?.retry();
  }

  close(): void {
    if (this.#ended) return;
    if (this.#opened) this.#opened.close();
    else this.#end(Object.freeze({ type: 'closed', by: 'page' } as const));
  }

  #open(place: Element | string | null, token: unknown): void {
    load()
      .then(
        (open) => {
          if (this.#ended) return;
          // From here on the signal is heard in Rust.
          this.#options?.signal?.removeEventListener?.('abort', this.#abort);
          const widget = open(place, this.#options, token, this.#request, (event: SessionEvent) => this.#tell(event));
          this.#opened = widget;
          widget.outcome.then(this.#resolve, this.#reject);
        },
        async (error: DocumentologError) => {
          const { Fallback } = await import('./fallback.js').catch(() => ({ Fallback: undefined }));
          if (this.#ended) return;
          if (!Fallback) throw error;
          const retry = () => {
            this.#opened = undefined;
            this.#open(place, token);
          };
          const fallback = await Fallback.open(place, this.#options, token, {
            retry,
            closed: (by) => (by === 'page' ? this.#end(Object.freeze({ type: 'closed', by })) : this.#fail(error)),
            openedInTab: () => this.#tell(Object.freeze({ type: 'opened-in-tab' })),
          });
          if (!fallback) throw error;
          if (this.#ended) return fallback.remove();
          this.#opened = fallback;
          this.#tell(Object.freeze({ type: 'stalled', error }));
        },
      )
      .catch((cause: unknown) => {
        const error =
          cause instanceof DocumentologError ? cause : new DocumentologError('widget-crashed', widgetCrashed, { cause });
        this.#fail(error);
      });
  }

  /** Ends the session, where Rust does not. */
  #end(outcome: Readonly<Outcome>): void {
    if (this.#ended) return;
    this.#resolve(outcome);
    this.#tell(outcome);
    this.#request.abort();
  }

  #fail(error: DocumentologError): void {
    if (this.#ended) return;
    this.#reject(error);
    this.#tell(Object.freeze({ type: 'failed', error }));
    this.#request.abort();
  }

  #tell(event: SessionEvent): void {
    this.#ended ||= /^(signed|already-signed|closed|failed)$/.test(event.type);
    if (this.#ended) {
      this.#options?.signal?.removeEventListener?.('abort', this.#abort);
      if (this.#opened && 'remove' in this.#opened) (this.#opened as { remove(): void }).remove();
    }
    try {
      this.#options?.onEvent?.(event);
    } catch (error) {
      reportError(error);
    }
    this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
  }
}

/** Asks for the first token at once, so that it and the module are on their way together. */
function firstToken(token: SignOptions['token'] | undefined, signal: AbortSignal): unknown {
  if (typeof token !== 'function') return token;
  try {
    return token(signal) ?? null;
  } catch (error) {
    const failed = Promise.reject(error);
    failed.catch(() => {});
    return failed;
  }
}

/** Opens a session. */
export function openSession(place: Element | string | null, options: SignOptions): Session {
  // EventTarget's own types know no names of events; Session's do.
  return new LoadingSession(place, options) as Session;
}
