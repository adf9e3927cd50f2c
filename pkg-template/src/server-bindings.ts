// Made from the Rust definitions in crates/server-js. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-server-js --lib bindings
import type { SignatureMethod } from './bindings.js';

/** JSON fields as they came. A number of more digits than 64 bits hold is a text of them. */
export type Other = Record<string, unknown>;

/**
 * A document to be signed: what, by whom, how. It is checked before it is sent.
 */
export type SigningRequest = { 
/**
 * Links to the files to sign, which the service follows: https, of a format that it signs.
 */
attachments: readonly string[], 
/**
 * Who sends the document: an IIN, BIN, phone number or e-mail address. Bare digits are an
 * IIN or a BIN; a phone number has its plus or separators, such as `+7 700 000 00 00`.
 */
sender?: string | null | undefined, 
/**
 * How the sender may sign. The sender signs first; with none, not at all.
 */
senderMethods?: ReadonlyArray<SignatureMethod> | null | undefined, 
/**
 * To whom the document goes on: IINs, BINs, phone numbers (with a plus or separators) or
 * e-mail addresses.
 */
recipients?: ReadonlyArray<string> | null | undefined, 
/**
 * How recipients may sign. If none is named, the field is left out: the guide does not say
 * what that means.
 */
recipientMethods?: ReadonlyArray<SignatureMethod> | null | undefined, 
/**
 * Whether recipients only view the document. Otherwise they sign it.
 */
viewOnly?: boolean | null | undefined, 
/**
 * Who is reached by SMS.
 */
sms?: ReadonlyArray<SmsPerson> | null | undefined, 
/**
 * Where webhooks go: an address of yours with a secret of the webhook handler's in it.
 */
webhookUrl?: string | null | undefined, };

/**
 * Somebody who is reached by SMS (guide 1.2, `mPhonesForSms`).
 */
export type SmsPerson = { 
/**
 * The phone number, as people write it.
 */
phone: string, 
/**
 * The full name.
 */
fullName: string, 
/**
 * The IIN, if it is known.
 */
iin?: string | null | undefined, 
/**
 * Whether the BMG service sends the SMS.
 */
enableBmg?: boolean | null | undefined, };

/**
 * An event in a document's life (guide, part 4). It names people: keep it from logs.
 */
export type WebhookEvent = { "type": "document-sent", 
/**
 * Which document.
 */
docId: string, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, } | { "type": "signer-signed", 
/**
 * Which document.
 */
docId: string, 
/**
 * Who.
 */
signer: Signer, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, } | { "type": "signer-declined", 
/**
 * Which document.
 */
docId: string, 
/**
 * Who.
 */
signer: Signer, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, } | { "type": "document-completed", 
/**
 * Which document.
 */
docId: string, 
/**
 * Where the results are.
 */
files: CompletedFiles, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, } | { "type": "unknown", 
/**
 * Its name, as it came.
 */
event: string, 
/**
 * Which document, if it says so by a text.
 */
docId: string | null, 
/**
 * All its other fields, as they are.
 */
other: Other, };

/**
 * Somebody who signs (guide 4.1, `signer`).
 */
export type Signer = { 
/**
 * Full name.
 */
name: string, 
/**
 * IIN or another identifier, as it came.
 */
recipient: string, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, };

/**
 * Where a completed document can be seen and downloaded (guide 4.2).
 */
export type CompletedFiles = { 
/**
 * A page that shows the document (`document`).
 */
view: string, 
/**
 * All files in one archive (`download_all_files`).
 */
all: string, 
/**
 * The files (`download_files`).
 */
plain: Array<FileLink>, 
/**
 * The files with their signatures attached (`download_files_with_eds`).
 */
withEds: Array<FileLink>, 
/**
 * The files with their signatures in "Ez" format (`download_files_with_eds_ez`).
 */
withEdsEz: Array<FileLink>, };

/**
 * A file to download.
 */
export type FileLink = { 
/**
 * The file's name.
 */
name: string, 
/**
 * Where it is.
 */
link: string, 
/**
 * Fields this version does not know, as they are.
 */
other: Other, };

/**
 * What went wrong. Names stay, sentences may improve.
 */
export type ServerErrorCode = "browser-refused" | "wasm-unavailable" | "module-crashed" | "options-invalid" | "base-url-refused" | "api-key-malformed" | "request-invalid" | "service-unreachable" | "service-timeout" | "service-unauthorized" | "service-status" | "answer-incomplete" | "answer-too-large" | "answer-malformed" | "token-refused" | "link-refused" | "file-too-large" | "webhook-address-unknown" | "webhook-too-large" | "webhook-malformed" | "store-failed" | "aborted";

/** The largest body that is read, and the longest reference, in bytes. */
export const limits = {
  "answer": 65536,
  "reference": 512,
  "webhook": 262144
} as const;

/** Durations, in milliseconds. */
export const times = {
  "answer": 30000,
  "download": 1800000,
  "secret": 31536000000
} as const;

/** What a webhook is answered with that is not taken, by its code. */
export const statuses = {
  "store-failed": 500,
  "webhook-address-unknown": 404,
  "webhook-malformed": 400,
  "webhook-too-large": 413
} as const;

/** The sentences of the errors that are made in TypeScript. */
export const sentences = {
  "aborted": "Your own signal was aborted.",
  "answer-incomplete": "The service's answer broke off. Where a token was asked for, there may be a document all the same.",
  "answer-too-large": "The service's answer is larger than 64 KiB: check the base URL.",
  "browser-refused": "documentolog-embed/server refuses to run in a browser: the api-key must not get there. Import it in your back end only (and test it in a Node.js environment, not in jsdom).",
  "file-too-large": "The file is larger than was allowed.",
  "module-crashed": "The kit's own code failed: see cause, and report it with the steps.",
  "service-timeout": "The service did not answer in time. Where a token was asked for, there may be a document all the same.",
  "service-unreachable": "The service cannot be reached: check the base URL, the network and whether its certificate is trusted here. Nothing has been done.",
  "store-failed": "The store of webhooks failed: see cause.",
  "wasm-unavailable": "The runtime does not compile WebAssembly: run this in Node.js, Deno or Bun, and not in an edge runtime.",
  "webhook-address-unknown": "there is no such address, or its time is over",
  "webhook-too-large": "the body is larger than 256 KiB"
} as const;
