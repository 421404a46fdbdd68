import { Type } from 'typebox';
import { checkCallbackUrl } from '../messagePush';
import { requireAccountByKey, requireCallback, type ControlApp, type ControlContext } from './controlContext';

const UrlCheckBody = Type.Object({ account: Type.String({ minLength: 1 }) }, { additionalProperties: false });

/** The check WeChat's console makes when the call-back address is saved. */
export function registerCheckUrl(app: ControlApp, { state, pushTimeoutMilliseconds }: ControlContext): void {
  app.post('/sandbox/url-check', { schema: { body: UrlCheckBody } }, (request) => {
    const callback = requireCallback(requireAccountByKey(state, request.body.account));
    return checkCallbackUrl(callback, state.clock.unmoved, pushTimeoutMilliseconds);
  });
}
