import type { TokenCalls } from './tokenCalls';
import { optionalText } from './reply';
import type { Account } from './weChatConfig';
import { WeChatError } from './weChatError';

export interface Follower {
  openId: string;
  isFollowing: boolean;
  /** There only when the account is bound to an Open Platform account. */
  unionId: string | undefined;
  /** Absent when not following. */
  followedAt: Date | undefined;
}

const path = '/cgi-bin/user/info';

/**
 * Asks whether someone follows the official account, and for the unionid that ties a chat to a citizen.
 *
 * @throws WeChatError `rate_limited`, `wechat_misconfigured`, `wechat_unavailable`; with errcode 40003 the
 *   openid is not one of this account, and asking again will not help.
 */
export async function getFollower(calls: TokenCalls, account: Account, openId: string): Promise<Follower> {
  const reply = await calls.call({ account, method: 'GET', path, query: { openid: openId, lang: 'zh_CN' }, repeat: 'when_failed' });
  const { subscribe, subscribe_time: since } = reply;
  if (subscribe !== 0 && subscribe !== 1) throw new WeChatError('wechat_unavailable', { path, failure: 'reply_unreadable' });
  const isFollowing = subscribe === 1;
  return {
    openId,
    isFollowing,
    unionId: optionalText(reply, 'unionid'),
    followedAt: isFollowing && typeof since === 'number' ? new Date(since * 1_000) : undefined,
  };
}
