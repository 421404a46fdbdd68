export type FieldEncryptionErrorCode =
  /** Not something that `encrypt` wrote. */
  | 'ciphertext_malformed'
  /** Written with a key that the settings no longer list. */
  | 'key_unknown'
  /** Changed since it was written, or moved here from another column. */
  | 'ciphertext_tampered'
  /** Text with half a surrogate pair, which UTF-8 cannot hold. */
  | 'text_malformed';

/** The message names key and column, never the value. */
export class FieldEncryptionError extends Error {
  override name = 'FieldEncryptionError';

  constructor(
    readonly code: FieldEncryptionErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
