import {
  confirmationHeader,
  type Confirmation,
  type ConfirmationProgress,
  type ConfirmationRequest,
  type ConfirmedAct,
  type Decision,
  type GrantedConfirmation,
  type SignInProgress,
  type SignInRequest,
} from '../../server/contract/confirmations';
import type { FastifyInstance } from 'fastify';
import type { TestApp } from './testApp';

export type Headers = Record<string, string>;

/** A fresh confirmation of this act by the WeChat account that these headers belong to. @returns the headers with it */
export async function confirmed(t: TestApp, citizenId: string, headers: Headers, act: ConfirmedAct): Promise<Headers> {
  const payload = { act, client: 'mini_program', code: await t.loginCode(citizenId) };
  const reply = await t.app.inject({ method: 'POST', url: '/api/v1/staff/confirmations/by-wechat', headers, payload });
  if (reply.statusCode !== 201) throw new Error(`it was not confirmed: ${reply.body}`);
  return { ...headers, [confirmationHeader]: reply.json<GrantedConfirmation>().id };
}

/** What both sides do, on the given process. */
export const confirming = (app: FastifyInstance) => ({
  askToSignIn: async (userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36') =>
    (await app.inject({ method: 'POST', url: '/api/v1/sign-in-requests', headers: { 'user-agent': userAgent }, remoteAddress: '10.5.0.7' })).json<SignInRequest>(),
  ask: async (headers: Headers, act: ConfirmedAct) => (await app.inject({ method: 'POST', url: '/api/v1/staff/confirmations', headers, payload: { act } })).json<Confirmation>(),
  progress: async (headers: Headers, id: string) => (await app.inject({ url: `/api/v1/staff/confirmations/${id}`, headers })).json<ConfirmationProgress>(),
  collect: async ({ id, secret }: Pick<SignInRequest, 'id' | 'secret'>) =>
    (await app.inject({ method: 'POST', url: `/api/v1/sign-in-requests/${id}/session`, payload: { secret } })).json<SignInProgress & { code?: string }>(),
  look: async (headers: Headers, id: string) => (await app.inject({ url: `/api/v1/staff/confirmation-requests/${id}`, headers })).json<ConfirmationRequest & { code?: string }>(),
  lookUp: async (headers: Headers, code: string) =>
    (await app.inject({ url: `/api/v1/staff/confirmation-requests?code=${code}`, headers })).json<ConfirmationRequest & { code?: string }>(),
  decide: async (headers: Headers, id: string, decision: Decision = 'confirm') =>
    (await app.inject({ method: 'PUT', url: `/api/v1/staff/confirmation-requests/${id}/decision`, headers, payload: { decision } })).json<ConfirmationRequest & { code?: string }>(),
});
