/** A mistake in a call of the control API, in words for whoever made it. */
export class ControlError extends Error {
  override name = 'ControlError';

  constructor(
    readonly statusCode: 400 | 401 | 404,
    message: string,
  ) {
    super(message);
  }
}
