import { Type } from 'typebox';
import type { ControlApp, ControlContext } from './controlContext';
import { ControlError } from './controlError';

export const smsPath = '/sms';

const SmsBody = Type.Object(
  { phoneNumber: Type.String({ pattern: '^1[0-9]{10}$' }), text: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false },
);

/** Stands in for the SMS carrier's webhook. */
export function registerReceiveSms(app: ControlApp, { state, smsToken }: ControlContext): void {
  app.post(
    smsPath,
    {
      schema: { body: SmsBody },
      preValidation: (request, _reply, done) => {
        done(request.headers.authorization === `Bearer ${smsToken}` ? undefined : new ControlError(401, '短信令牌不正确'));
      },
    },
    (request, reply) => {
      state.smsInbox.receive(request.body.phoneNumber, request.body.text);
      return reply.status(204).send();
    },
  );
}
