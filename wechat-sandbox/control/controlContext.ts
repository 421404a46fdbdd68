import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { Account, CallbackSettings } from '../accounts';
import type { DemoCitizen } from '../demoCitizens';
import type { SandboxState } from '../state';
import { ControlError } from './controlError';

/** A Fastify instance that derives each handler's types from the route's TypeBox schema. */
export type ControlApp = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, TypeBoxTypeProvider>;

export interface ControlContext {
  state: SandboxState;
  /** Bearer token of the SMS webhook. */
  smsToken: string;
  pushTimeoutMilliseconds: number;
  /** The paths on which a fault can be switched on. */
  faultPaths: readonly string[];
  /** Where the style and the script of the pages are. */
  pageFolder: string;
  stop: AbortSignal;
}

export function requireCitizen(state: SandboxState, id: string): DemoCitizen {
  const citizen = state.findCitizen(id);
  if (citizen === undefined) throw new ControlError(404, `没有这位演示群众：${id}`);
  return citizen;
}

export function requireAccountByKey(state: SandboxState, key: string): Account {
  const account = state.findAccountByKey(key);
  if (account === undefined) throw new ControlError(404, `没有这个账号：${key}`);
  return account;
}

export function requireCallback(account: Account): CallbackSettings {
  if (account.callback === undefined) throw new ControlError(400, `“${account.name}”没有设置消息推送地址`);
  return account.callback;
}
