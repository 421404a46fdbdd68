import type { Site } from '../../server/contract/site';
import { ApiError } from '../api/ApiError';
import type { BrowserDoor, Departure } from '../platform/SignInDoor';

type OfficialAccount = NonNullable<Site['officialAccount']>;

/** Whether this browser can open the authorisation page; WeChat's own opens only inside WeChat. */
export const canAuthorize = (site: Site, door: Pick<BrowserDoor, 'isInsideWeChat'>): boolean =>
  site.officialAccount !== null && (door.isInsideWeChat || !site.officialAccount.needsWeChat);

/** WeChat reads the parameters in this order only, and wants the fragment. */
export const authorizationUrl = ({ authorizeUrl, appId }: OfficialAccount, redirectUri: string, state: string): string =>
  `${authorizeUrl}?appid=${encodeURIComponent(appId)}&redirect_uri=${encodeURIComponent(redirectUri)}&response_type=code&scope=snsapi_userinfo&state=${state}#wechat_redirect`;

/**
 * A state that this tab did not give out would slip somebody else's sign-in under this visit.
 * @throws ApiError authorization_mismatch
 */
export function requireSameState(departure: Departure | null, state: string): asserts departure is Departure {
  if (departure?.state !== state) throw new ApiError({ code: 'authorization_mismatch', message: '登录没有完成，请重新登录。' });
}
