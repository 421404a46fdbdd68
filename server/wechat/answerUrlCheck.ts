import { signatureMatches, type CallbackAccount } from './messageEncryption';

/**
 * Answers the GET by which WeChat's console checks a call-back address. It is plain and signed in every mode.
 *
 * @returns the text to echo as it is, with content type text/plain (it came from outside); undefined when the
 *   signature is wrong: answer 403.
 */
export function answerUrlCheck(query: Readonly<Record<string, unknown>>, { token }: Pick<CallbackAccount, 'token'>): string | undefined {
  const { signature, timestamp, nonce, echostr } = query;
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof echostr !== 'string') return undefined;
  return signatureMatches(signature, [token, timestamp, nonce]) ? echostr : undefined;
}
