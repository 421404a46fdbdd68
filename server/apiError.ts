import { errorCodes, type ErrorCode, type FieldError } from './contract/errors';

/** What a feature throws to answer with one of the contract's codes. */
export class ApiError extends Error {
  override name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    readonly details: { fieldErrors?: FieldError[]; retryAfterSeconds?: number; message?: string } = {},
    options?: ErrorOptions,
  ) {
    super(details.message ?? errorCodes[code].message, options);
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}
