import { ApiError } from '../../apiError';
import type { Config } from '../../config';
import type { CallbackAccount } from '../../wechat/messageEncryption';

/**
 * The account that an address names, with what its console shares with us.
 *
 * @throws ApiError `route_not_found` for another name, and where the account or its Token is not in the settings.
 */
export function callbackAccount(config: Config, name: unknown): CallbackAccount {
  const [appId, token, encodingAesKey] =
    name === 'mini-program'
      ? [config.WECHAT_MINI_PROGRAM_APP_ID, config.WECHAT_MINI_PROGRAM_CALLBACK_TOKEN, config.WECHAT_MINI_PROGRAM_CALLBACK_AES_KEY]
      : name === 'official-account'
        ? [config.WECHAT_OFFICIAL_ACCOUNT_APP_ID, config.WECHAT_OFFICIAL_ACCOUNT_CALLBACK_TOKEN, config.WECHAT_OFFICIAL_ACCOUNT_CALLBACK_AES_KEY]
        : [];
  if (appId === undefined || token === undefined) throw new ApiError('route_not_found');
  return { appId, token, ...(encodingAesKey === undefined ? {} : { encodingAesKey }) };
}
