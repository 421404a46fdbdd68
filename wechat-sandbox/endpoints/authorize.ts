import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Account } from '../accounts';
import { authorizePage, authorizeRefusedPage } from '../page/authorizePage';
import type { SandboxState } from '../state';
import type { OAuthScope } from '../webTokens';

export const authorizePath = '/connect/oauth2/authorize';

/** `sandbox_citizen` is ours: it chooses without a click. */
const parameters = ['appid', 'redirect_uri', 'response_type', 'scope', 'state', 'sandbox_citizen'] as const;
type Query = Partial<Record<(typeof parameters)[number], string>>;
/** Bytes; a longer state is refused. */
const longestState = 128;

interface Authorization {
  account: Account;
  redirectTo: URL;
  scope: OAuthScope;
}

/**
 * The page WeChat shows before it sends a reader back with a code. In WeChat the reader is known; here one
 * chooses who to be. A refusal is a page for people, and never leads to the given address.
 */
export function registerAuthorize(app: FastifyInstance, state: SandboxState): void {
  app.get(authorizePath, (request, reply) => {
    const query = readQuery(request.query);
    const authorization = typeof query === 'string' ? query : check(state, query);
    if (typeof query === 'string' || typeof authorization === 'string') return refuse(reply, String(authorization));
    const chosen = query.sandbox_citizen;
    if (chosen === undefined) {
      return sendPage(reply, 200, authorizePage({ ...authorization, citizens: state.citizens, linkFor: (id) => linkFor(query, id) }));
    }
    const citizen = state.findCitizen(chosen);
    if (citizen === undefined) return refuse(reply, '没有这位演示群众。');
    const code = state.oauthCodes.issue({ citizenId: citizen.id, appId: authorization.account.appId, scope: authorization.scope });
    const target = authorization.redirectTo;
    target.searchParams.set('code', code);
    target.searchParams.set('state', query.state ?? '');
    return reply.redirect(target.href, 302);
  });
}

function readQuery(raw: unknown): Query | string {
  const query: Query = {};
  for (const [name, value] of Object.entries(raw ?? {})) {
    const known = parameters.find((each) => each === name);
    if (known === undefined || typeof value !== 'string') return `参数错误：${name}`;
    query[known] = value;
  }
  return query;
}

/** @returns the sentence of the refusal, when there is one. */
function check(state: SandboxState, query: Query): Authorization | string {
  const account = state.findAccount(query.appid ?? '');
  if (account?.kind !== 'official_account') return 'appid 参数错误，或该账号没有网页授权能力。';
  if (query.response_type !== 'code') return 'response_type 参数错误，只能是 code。';
  if (query.scope !== 'snsapi_base' && query.scope !== 'snsapi_userinfo') return 'scope 参数错误，或没有 scope 权限。';
  if (Buffer.byteLength(query.state ?? '') > longestState) return 'state 参数过长。';
  const target = query.redirect_uri ?? '';
  const redirectTo = URL.canParse(target) ? new URL(target) : null;
  if (redirectTo === null || !isConfiguredHost(redirectTo, account)) return 'redirect_uri 域名与后台配置不一致。';
  return { account, redirectTo, scope: query.scope };
}

/** Equal in full: neither a parent nor a child of the configured domain will do. */
function isConfiguredHost(url: URL, account: Account): boolean {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && account.oauthHost !== undefined && (url.host === account.oauthHost || url.hostname === account.oauthHost);
}

function linkFor(query: Query, citizenId: string): string {
  return `${authorizePath}?${new URLSearchParams({ ...query, sandbox_citizen: citizenId }).toString()}`;
}

function refuse(reply: FastifyReply, sentence: string): FastifyReply {
  return sendPage(reply, 400, authorizeRefusedPage(sentence));
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.status(status).header('content-type', 'text/html; charset=utf-8').send(html);
}
