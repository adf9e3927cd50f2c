import { widgetCrashed } from './bindings.js';
import type { Outcome, Phase } from './bindings.js';
import { DocumentologError } from './error.js';
import { load } from './load.js';
import type { SessionEvent, SessionEventOf, SessionEventType, SignOptions } from './types.js';
import type { WidgetSession } from './widget.js';

/** One signature, from the opening to its one end. */
export interface Session {
  /**
   * Settles once: with how the session ended, or with a `DocumentologError`. `signed` is
   * what the signer's browser says; the fact is the webhook that your back end receives.
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
  /** Closes the session and takes everything of it out of the page. After the end this does nothing. */
  close(): void;
}

/**
 * Stands in front of the Rust session while that is being loaded. Everything but that
 * stretch of time is decided in Rust.
 */
class LoadingSession extends EventTarget implements Omit<Session, 'addEventListener' | 'removeEventListener'> {
  readonly outcome: Promise<Readonly<Outcome>>;
  #widget: WidgetSession | undefined;
  #ended = false;
  #onEvent: SignOptions['onEvent'];
  #resolve!: (outcome: Outcome | PromiseLike<Outcome>) => void;
  #reject!: (error: unknown) => void;

  constructor(place: Element | string | null, options: SignOptions) {
    super();
    this.#onEvent = options?.onEvent;
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever listens to events only has handled the failure there.
    this.outcome.catch(() => {});
    const token = firstToken(options?.token);
    load()
      .then((open) => {
        if (this.#ended) return;
        const widget = open(place, options, token, (event: SessionEvent) => this.#tell(event));
        this.#widget = widget;
        widget.outcome.then(this.#resolve, this.#reject);
      })
      .catch((cause: unknown) => {
        if (this.#ended) return;
        const error =
          cause instanceof DocumentologError ? cause : new DocumentologError('widget-crashed', widgetCrashed, { cause });
        this.#reject(error);
        this.#tell({ type: 'failed', error });
      });
  }

  get phase(): Phase {
    return this.#ended ? 'ended' : ((this.#widget?.phase as Phase | undefined) ?? 'requesting-token');
  }

  close(): void {
    if (this.#ended) return;
    if (this.#widget) {
      this.#widget.close();
      return;
    }
    const closed = Object.freeze({ type: 'closed', by: 'page' } as const);
    this.#resolve(closed);
    this.#tell(closed);
  }

  #tell(event: SessionEvent): void {
    this.#ended ||= /^(signed|already-signed|closed|failed)$/.test(event.type);
    try {
      this.#onEvent?.(event);
    } catch (error) {
      reportError(error);
    }
    this.dispatchEvent(new CustomEvent(event.type, { detail: event }));
  }
}

/** Asks for the first token at once, so that it and the module are on their way together. */
function firstToken(token: SignOptions['token'] | undefined): unknown {
  if (typeof token !== 'function') return token;
  try {
    return token() ?? null;
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
