import type { DocumentologError } from './error.js';
import type { Diagnostic, Locale, Outcome, Phase, Progress } from './bindings.js';

/** The service's answer to a token request, as the back end received it (guide, part 1.3). */
export interface TokenResponse {
  /** 1 when a token was given. */
  status: number;
  /** What was given. */
  data: {
    /** The access token itself. */
    access_token: string;
    /** What it allows. */
    scope?: string;
    /** How it is to be presented. */
    token_type?: string;
    [other: string]: unknown;
  };
  [other: string]: unknown;
}

/** An access token: the text, or the service's whole answer. */
export type Token = string | TokenResponse | BareToken;

/** The part of the service's answer that counts. */
export interface BareToken {
  /** The access token itself. */
  access_token: string;
}

/**
 * Where the token comes from. With a function the widget's own code loads while the
 * token is on its way, and a retry asks for a new one. Its signal is aborted when the
 * token is not waited for any more: hand it to `fetch`.
 */
export type TokenSource = Token | Promise<Token> | ((signal: AbortSignal) => Token | Promise<Token>);

/**
 * Where the service is: a preset's name, or an https origin (http on loopback only).
 * Messages count only from exactly this origin.
 */
export type BaseUrl = 'doculite' | 'documentolog-business' | (string & {});

/**
 * The signing page does not come, or shows no sign of life. The session goes on: the signer
 * is offered another try and a tab of its own, and the page may call `retry()` or `close()`.
 */
export interface Stalled {
  /** The event's kind. */
  readonly type: 'stalled';
  /** Why. */
  readonly error: DocumentologError;
}

/** How a session ended without an outcome. */
export interface Failed {
  /** The event's kind. */
  readonly type: 'failed';
  /** Why. */
  readonly error: DocumentologError;
}

/** Everything that a session tells. Exactly one `Outcome` or `Failed` comes, as the last. */
export type SessionEvent = Readonly<Progress> | Stalled | Readonly<Outcome> | Failed;

/** The kinds of events. */
export type SessionEventType = SessionEvent['type'];

/** The event of a kind. */
export type SessionEventOf<Type extends SessionEventType> = Extract<SessionEvent, { type: Type }>;

/** How long a session waits, in milliseconds; counted only while the page is visible. */
export interface Timeouts {
  /** Until the token must have come: 30,000 if not given. */
  token?: number;
  /** Until the frame must have loaded: 30,000 if not given. */
  load?: number;
  /** Until a loaded frame must have shown a sign of life (a message, or the focus): 20,000 if not given. */
  silence?: number;
  /** Until `confirm` must have settled: 60,000 if not given. */
  confirm?: number;
  /** The least time between two `activity` events: 30,000 if not given. */
  activity?: number;
}

/** The options of `sign()` and `mount()`. */
export interface SignOptions {
  /** The access token, or how to get it. The api-key stays in your back end. */
  token: TokenSource;
  /** Where the service is; the guide's own address if not given. With several, the first is opened. */
  baseUrl?: BaseUrl | readonly BaseUrl[];
  /** The language of the widget's own texts; the page's `lang` if not given, English for any other than these. */
  locale?: Locale | (string & {});
  /** The accessible name of the dialog and the frame. */
  title?: string;
  /** Ends the session with the error `aborted`, whatever it is doing. */
  signal?: AbortSignal;
  /**
   * Asks your back end whether what the browser claims is so. The session's UI says meanwhile
   * that it is being confirmed. When it gives `true`, or a promise of it, the outcome comes with
   * `confirmed: true`; when it gives anything else, or not in `timeouts.confirm`, the error `confirm-failed`
   * comes, with the claim in it.
   */
  confirm?: (claim: Readonly<Outcome>, signal: AbortSignal) => boolean | PromiseLike<boolean>;
  /** How long the session waits. */
  timeouts?: Timeouts;
  /** Features that the frame may use besides local network access, clipboard, full screen and storage: `camera`, … */
  permissions?: readonly string[];
  /** The frame's `sandbox`: none if not given, a preset with which every way to sign works, or tokens. */
  sandbox?: boolean | string;
  /** Loads the frame without credentials, as a page with Cross-Origin-Embedder-Policy needs it (where the browser can). */
  credentialless?: boolean;
  /** Lets the browser ask before the page is left while the session is open. */
  leaveGuard?: boolean;
  /** Called with every event. What it throws is reported as an uncaught error; the session goes on. */
  onEvent?: (event: SessionEvent) => void;
  /** Called with what an integrator may want to know: refused messages, policies that stand in the way. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** Options, some of which may be missing. */
export type GivenOptions = { [Name in keyof SignOptions]?: SignOptions[Name] | undefined };

/** The options of `preload()`. */
export interface PreloadOptions {
  /** Where the service is, to connect to it; the guide's own address if not given. */
  baseUrl?: BaseUrl;
}

declare global {
  // What `lib.esnext.disposable` declares, for programs that are compiled without it.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
}

/**
 * One signature, from the opening to its one end. Iterated, it gives every event from the
 * first to the last. With `using`, it is closed at the end of the block.
 */
export interface Session extends AsyncIterable<SessionEvent>, Disposable {
  /** Closes the session: for `using`. */
  [Symbol.dispose](): void;
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
