import { randomInt } from 'node:crypto';
import { Type, type Static } from 'typebox';
import type { Account } from '../accounts';
import { openIdOf, type DemoCitizen } from '../demoCitizens';
import { pushMessage, type Delivery } from '../messagePush';
import { toXml, type MessageFields } from '../pushMessages';
import { requireAccountByKey, requireCallback, requireCitizen, type ControlApp, type ControlContext } from './controlContext';
import { ControlError } from './controlError';

const PushBody = Type.Object(
  {
    account: Type.String({ minLength: 1 }),
    kind: Type.Union([Type.Literal('subscribe'), Type.Literal('unsubscribe'), Type.Literal('text')]),
    citizenId: Type.String({ minLength: 1 }),
    text: Type.Optional(Type.String({ maxLength: 2_000 })),
    mode: Type.Union([Type.Literal('plain'), Type.Literal('aes')]),
    format: Type.Optional(Type.Union([Type.Literal('xml'), Type.Literal('json')])),
    repeat: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'How often the very same message is sent, answered or not' })),
  },
  { additionalProperties: false },
);
type Push = Static<typeof PushBody>;

/** A citizen follows, leaves or writes, and WeChat tells the account's owner. */
export function registerSendPush(app: ControlApp, context: ControlContext): void {
  app.post('/sandbox/pushes', { schema: { body: PushBody } }, async (request) => {
    const { state } = context;
    const push = request.body;
    const citizen = requireCitizen(state, push.citizenId);
    const account = requireAccountByKey(state, push.account);
    const callback = requireCallback(account);
    const format = push.format ?? callback.format;
    if (account.kind !== 'official_account' && push.kind !== 'text') throw new ControlError(400, '只有公众号才有关注和取消关注');
    if (account.kind !== 'mini_program' && format === 'json') throw new ControlError(400, '公众号的消息只有 XML 格式');
    const createdAt = state.nowSeconds();
    if (push.kind === 'subscribe') state.followers.set(citizen.id, createdAt);
    if (push.kind === 'unsubscribe') state.followers.delete(citizen.id);
    const fields = describe(push, account, citizen, createdAt);
    const deliveries: Delivery[] = [];
    for (let round = 0; round < (push.repeat ?? 1); round += 1) {
      const options = {
        mode: push.mode,
        format,
        timeoutMilliseconds: context.pushTimeoutMilliseconds,
        signingClock: state.clock.unmoved,
        stop: context.stop,
      };
      deliveries.push(...(await pushMessage(account, callback, fields, openIdOf(citizen, account), options)));
    }
    return { message: toXml(fields), deliveries };
  });
}

function describe(push: Push, account: Account, citizen: DemoCitizen, createdAt: number): MessageFields {
  const head = { ToUserName: account.originalId, FromUserName: openIdOf(citizen, account), CreateTime: createdAt };
  if (push.kind === 'text') return { ...head, MsgType: 'text', Content: push.text ?? '你好', MsgId: mintMessageId() };
  return { ...head, MsgType: 'event', Event: push.kind, EventKey: '' };
}

/** 64 bits in WeChat; always above 2^53 here, so that a reader who takes it for a JavaScript number is found out. */
function mintMessageId(): bigint {
  return 24_000_000_000_000_001n + BigInt(randomInt(2 ** 47)) * 2n;
}
