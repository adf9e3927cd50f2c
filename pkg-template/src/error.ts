import type { ErrorCode, Outcome } from './bindings.js';

/** What `error.code` can be. Codes stay; sentences may improve. */
export type { ErrorCode };

/** The one class of this package's errors. Its texts never contain the token or personal data. */
export class DocumentologError extends Error {
  /** The class's name. */
  override readonly name = 'DocumentologError';
  /** What went wrong. */
  readonly code: ErrorCode;
  /** The option or field it is about, if there is one. */
  readonly field: string | undefined;
  /** What the signer's browser had claimed before it failed, if it had (`confirm-failed`, `aborted`, `widget-crashed`). */
  readonly claim: Readonly<Outcome> | undefined;

  /** Made by the package itself. */
  constructor(
    code: ErrorCode,
    message: string,
    details: { field?: string; claim?: Readonly<Outcome> | undefined; cause?: unknown } = {},
  ) {
    // Of which the browser takes the cause, if there is one.
    super(message, details);
    this.code = code;
    this.field = details.field;
    this.claim = details.claim;
  }
}
