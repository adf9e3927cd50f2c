import type { DocumentologError } from './error.js';
import type { Locale, Outcome, Progress, Refusal } from './bindings.js';

/** The service's answer to a token request, as the back end received it (guide, part 1.3). */
export interface TokenResponse {
  /** 1 when a token was given. */
  status: number;
  data: {
    access_token: string;
    scope?: string;
    token_type?: string;
    [other: string]: unknown;
  };
  [other: string]: unknown;
}

/** An access token: the text, or the service's whole answer. */
export type Token = string | TokenResponse | { access_token: string };

/**
 * Where the token comes from. With a function the widget's own code loads while the
 * token is on its way.
 */
export type TokenSource = Token | Promise<Token> | (() => Token | Promise<Token>);

/**
 * Where the service is: a preset's name, or an https origin (http on loopback only).
 * Messages count only from exactly this origin.
 */
export type BaseUrl = 'doculite' | 'documentolog-business' | (string & {});

/** How a session ended without an outcome. */
export interface Failed {
  readonly type: 'failed';
  readonly error: DocumentologError;
}

/** Everything that a session tells. Exactly one of the last three kinds comes, as the last. */
export type SessionEvent = Readonly<Progress> | Readonly<Outcome> | Failed;

/** The kinds of events. */
export type SessionEventType = SessionEvent['type'];

/** The event of a kind. */
export type SessionEventOf<Type extends SessionEventType> = Extract<SessionEvent, { type: Type }>;

/**
 * Something an integrator may want to know, and a signer need not: a window message
 * that was not taken. Each reason is told once a session.
 */
export interface Diagnostic {
  readonly type: 'message-refused';
  readonly reason: Refusal;
  /** The origin of the window that posted it. */
  readonly origin: string;
}

/** The options of `sign()` and `mount()`. */
export interface SignOptions {
  /** The access token, or how to get it. The api-key stays in your back end. */
  token: TokenSource;
  /** Where the service is; the guide's own address if not given. With several, the first is opened. */
  baseUrl?: BaseUrl | readonly BaseUrl[];
  /** The language of the widget's own texts; the page's `lang` if not given. */
  locale?: Locale | (string & {});
  /** The accessible name of the dialog and the frame. */
  title?: string;
  /** Called with every event. What it throws is reported as an uncaught error; the session goes on. */
  onEvent?: (event: SessionEvent) => void;
  /** Called with what the gate refused. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}
