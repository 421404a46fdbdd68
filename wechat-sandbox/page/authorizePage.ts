import type { Account } from '../accounts';
import type { DemoCitizen } from '../demoCitizens';
import type { OAuthScope } from '../webTokens';
import { escapeHtml, layOutPage } from './html';

interface AuthorizePage {
  account: Account;
  redirectTo: URL;
  scope: OAuthScope;
  citizens: readonly DemoCitizen[];
  linkFor(citizenId: string): string;
}

/** Where one chooses who to be. */
export function authorizePage({ account, redirectTo, scope, citizens, linkFor }: AuthorizePage): string {
  const asks = scope === 'snsapi_userinfo' ? '获取您的昵称等信息' : '识别您的身份';
  const rows = citizens.map(
    (citizen) => `<li><a class="row" href="${escapeHtml(linkFor(citizen.id))}">
<strong>${escapeHtml(citizen.name)}</strong><span class="secondary">${escapeHtml(citizen.description)}</span></a></li>`,
  );
  return layOutPage(
    '微信登录（模拟）',
    `<p>“${escapeHtml(account.name)}”申请${asks}，同意后回到 ${escapeHtml(redirectTo.host)}。</p>
<p class="secondary">这是本地模拟器，下面都是虚构人物。请选择以谁的微信登录。</p>
<ul class="list card">${rows.join('')}</ul>`,
  );
}

/** Nothing leads on from here: the address that was asked for may be anybody's. */
export function authorizeRefusedPage(sentence: string): string {
  return layOutPage('无法打开授权页', `<p class="card" role="alert">${escapeHtml(sentence)}</p>`);
}
