import type {
  Confirmation,
  ConfirmationProgress,
  ConfirmationRequest,
  ConfirmByWeChatBody,
  ConfirmedAct,
  Decision,
  GrantedConfirmation,
  SignInProgress,
  SignInRequest,
} from '../../../../server/contract/confirmations';
import type { ApiClient } from '../../../api/ApiClient';

const requestPath = (requestId: string) => `/staff/confirmation-requests/${encodeURIComponent(requestId)}`;

/** Both sides of a confirmation: the screen that asks, and the phone that decides. */
export const confirmationsApi = (client: ApiClient) => ({
  askToSignIn: () => client.request<SignInRequest>({ method: 'POST', path: '/sign-in-requests' }),
  collectSession: ({ id, secret }: SignInRequest) =>
    client.request<SignInProgress>({ method: 'POST', path: `/sign-in-requests/${encodeURIComponent(id)}/session`, body: { secret } }),
  askToConfirm: (act: ConfirmedAct) => client.request<Confirmation>({ method: 'POST', path: '/staff/confirmations', body: { act } }),
  readProgress: (id: string) => client.request<ConfirmationProgress>({ path: `/staff/confirmations/${encodeURIComponent(id)}` }),
  /** @throws ApiError confirmation_not_yours */
  confirmByWeChat: (body: ConfirmByWeChatBody) => client.request<GrantedConfirmation>({ method: 'POST', path: '/staff/confirmations/by-wechat', body }),
  /** @throws ApiError confirmation_request_not_found, confirmation_needs_phone */
  readRequest: (requestId: string) => client.request<ConfirmationRequest>({ path: requestPath(requestId) }),
  findRequest: (code: string) => client.request<ConfirmationRequest>({ path: '/staff/confirmation-requests', query: { code } }),
  /** @throws ApiError confirmation_request_expired, confirmation_request_decided */
  decide: (requestId: string, decision: Decision) =>
    client.request<ConfirmationRequest>({ method: 'PUT', path: `${requestPath(requestId)}/decision`, body: { decision } }),
});
export type ConfirmationsApi = ReturnType<typeof confirmationsApi>;
