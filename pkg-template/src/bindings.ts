// Made from the Rust definitions in src/. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-embed --lib bindings

/** A way to sign. The service may add methods: those come as it spells them. */
export type SignatureMethod = 'eds' | 'egov-qr' | 'sms' | 'adobe-sign' | (string & {});

/** The sentence of `wasm-unavailable`. */
export const wasmUnavailable =
  "The WebAssembly module did not load: allow 'wasm-unsafe-eval' in script-src, and serve the widget's chunks.";

/** The sentence of `widget-crashed`. */
export const widgetCrashed =
  "The widget failed: report it with cause, browser and steps.";

/** The sentence of `aborted`. */
export const aborted =
  "The session was aborted by the page's AbortSignal.";

/** The attribute of a blank frame for a session to take. */
export const spareFrame = 'data-documentolog-spare';

/**
 * How a session ended, when it did not fail.
 *
 * It is what the signer's browser says: a claim. The fact is the webhook that
 * reaches the back end.
 */
export type Outcome = { "type": "signed", 
/**
 * How, if the service said so: `eds`, `egov-qr`, `sms`, `adobe-sign`, or
 * a method that this version does not know, spelt as the service spells it.
 */
method: SignatureMethod | null, 
/**
 * Whether the page's back end has confirmed it. Until then it is a claim
 * of the browser's.
 */
confirmed: boolean, } | { "type": "already-signed", 
/**
 * Whether the page's back end has confirmed it. Until then it is a claim
 * of the browser's.
 */
confirmed: boolean, } | { "type": "closed", 
/**
 * Who closed it.
 */
by: ClosedBy, };

/**
 * Who closed a session.
 */
export type ClosedBy = "signer" | "page";

/**
 * Something that happened in a session, besides its end.
 */
export type Progress = { "type": "loading" } | { "type": "ready" } | { "type": "activity" } | { "type": "opened-in-tab" } | { "type": "confirming", 
/**
 * What the browser says.
 */
claim: Outcome, } | { "type": "sign-failed", 
/**
 * How it was tried, if the service said so.
 */
method: SignatureMethod | null, } | { "type": "unknown", 
/**
 * The message's type, at most 32 characters.
 */
messageType: string, };

/**
 * What a session is doing.
 */
export type Phase = "idle" | "requesting-token" | "loading" | "ready" | "stalled" | "confirming" | "ended";

/**
 * Something an integrator may want to know, and a signer need not.
 */
export type Diagnostic = { "type": "message-refused", 
/**
 * Why.
 */
reason: Refusal, 
/**
 * The origin of the window that posted it.
 */
origin: string, } | { "type": "local-network-blocked", 
/**
 * By whom.
 */
by: BlockedBy, 
/**
 * What to do.
 */
message: string, } | { "type": "embedder-policy", 
/**
 * What to do.
 */
message: string, };

/**
 * Who keeps the frame from the local network.
 */
export type BlockedBy = "page" | "signer";

/**
 * Why a window message was not taken.
 */
export type Refusal = "untrusted" | "source" | "origin" | "flag" | "type" | "success" | "sign-type";

/**
 * What went wrong. JavaScript sees the name in kebab-case as
 * `error.code`; names stay, sentences may improve.
 */
export type ErrorCode = "options-invalid" | "base-url-refused" | "container-missing" | "token-missing" | "token-request-failed" | "token-refused" | "token-malformed" | "token-expired" | "token-timeout" | "load-timeout" | "blocked-by-csp" | "blocked-by-embedder-policy" | "framing-refused" | "frame-silent" | "confirm-failed" | "aborted" | "wasm-unavailable" | "widget-crashed";

/**
 * A language of the widget's texts.
 */
export type Locale = "kk" | "ru" | "en";
