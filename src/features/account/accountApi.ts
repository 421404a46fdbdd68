import type { BindPhoneNumberBody, Citizen, PhoneCodeSent } from '../../../server/contract/citizens';
import type { SessionPage } from '../../../server/contract/sessions';
import type { ApiClient } from '../../api/ApiClient';

/** What a signed-in citizen does with the own account. */
export const accountApi = (client: ApiClient) => ({
  listSessions: (cursor?: string) => client.request<SessionPage>({ path: '/sessions', query: { cursor } }),
  /** @throws ApiError session_not_found */
  endSession: (sessionId: string) => client.request<void>({ method: 'DELETE', path: `/sessions/${encodeURIComponent(sessionId)}` }),
  /** Removes everything that is kept of the citizen, at once. */
  deleteAccount: () => client.request<void>({ method: 'DELETE', path: '/citizens/current' }),
  readCitizen: () => client.request<Citizen>({ path: '/citizens/current' }),
  /** @throws ApiError rate_limited, sms_unavailable */
  sendPhoneCode: (phoneNumber: string) => client.request<PhoneCodeSent>({ method: 'POST', path: '/phone-number-codes', body: { phoneNumber } }),
  /** @throws ApiError phone_code_incorrect, phone_code_expired, phone_number_unsupported */
  bindPhoneNumber: (body: BindPhoneNumberBody) => client.request<Citizen>({ method: 'PUT', path: '/citizens/current/phone-number', body }),
  removePhoneNumber: () => client.request<void>({ method: 'DELETE', path: '/citizens/current/phone-number' }),
});
export type AccountApi = ReturnType<typeof accountApi>;
