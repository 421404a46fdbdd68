import { requireAccountByKey, requireCitizen, type ControlApp, type ControlContext } from './controlContext';
import { ControlError } from './controlError';
import { CodeRequest } from './createLoginCode';

/** What a tap on the phone button gives the mini-program. */
export function registerCreatePhoneCode(app: ControlApp, { state }: ControlContext): void {
  app.post('/sandbox/phone-codes', { schema: { body: CodeRequest } }, (request) => {
    const citizen = requireCitizen(state, request.body.citizenId);
    const account = requireAccountByKey(state, request.body.account ?? 'mini_program');
    if (account.kind !== 'mini_program') throw new ControlError(400, '只有小程序才有手机号按钮');
    return { code: state.phoneCodes.issue({ citizenId: citizen.id, appId: account.appId }) };
  });
}
