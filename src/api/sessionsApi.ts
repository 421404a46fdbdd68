import type { SignedIn, SignInBody } from '../../server/contract/sessions';
import type { ApiClient } from './ApiClient';

/** Signing in and out. Tokens are passed by hand: these calls are what credentials are made of. */
export const sessionsApi = (client: ApiClient) => ({
  signInWithMiniProgram: (body: SignInBody) => client.request<SignedIn>({ method: 'POST', path: '/sessions/mini-program', body }),
  signInWithOfficialAccount: (body: SignInBody) => client.request<SignedIn>({ method: 'POST', path: '/sessions/official-account', body }),
  endCurrentSession: (token: string) => client.request<void>({ method: 'DELETE', path: '/sessions/current', token }),
  giveConsent: (token: string, privacyPolicyVersion: string) =>
    client.request<void>({ method: 'PUT', path: '/citizens/current/privacy-consent', body: { privacyPolicyVersion }, token }),
});
export type SessionsApi = ReturnType<typeof sessionsApi>;
