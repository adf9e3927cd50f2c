import type { ServerErrorCode } from './server-bindings.js';

/** The one class of this entry's errors. Its texts never contain secrets or personal data. */
export class DocumentologServerError extends Error {
  /** The class's name. */
  override readonly name = 'DocumentologServerError';
  /** What went wrong. Codes stay; sentences may improve. */
  readonly code: ServerErrorCode;
  /** The option or field it is about, such as `recipients[0]`, if there is one. */
  readonly field: string | undefined;
  /** The service's HTTP status, if it is about one. */
  readonly status: number | undefined;

  /** Made by the package itself. */
  constructor(
    code: ServerErrorCode,
    message: string,
    details: { field?: string | null; status?: number | null; cause?: unknown } = {},
  ) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.field = details.field ?? undefined;
    this.status = details.status ?? undefined;
  }
}
