import { Type } from 'typebox';
import { requireAccountByKey, requireCitizen, type ControlApp, type ControlContext } from './controlContext';
import { ControlError } from './controlError';

export const CodeRequest = Type.Object(
  { citizenId: Type.String({ minLength: 1 }), account: Type.Optional(Type.String({ minLength: 1, description: 'A mini-program, "mini_program" unless told' })) },
  { additionalProperties: false },
);

/** What wx.login gives the mini-program. */
export function registerCreateLoginCode(app: ControlApp, { state }: ControlContext): void {
  app.post('/sandbox/login-codes', { schema: { body: CodeRequest } }, (request) => {
    const citizen = requireCitizen(state, request.body.citizenId);
    const account = requireAccountByKey(state, request.body.account ?? 'mini_program');
    if (account.kind !== 'mini_program') throw new ControlError(400, '只有小程序才有 wx.login');
    return { code: state.loginCodes.issue({ citizenId: citizen.id, appId: account.appId }) };
  });
}
