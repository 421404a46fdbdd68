import type { InboxNotice } from '../../server/contract/inbox';
import { tell, type OutboxNotice } from '../../server/outbox/tell';
import type { TestApp } from './testApp';

let told = 0;

export async function citizenIdOf(t: TestApp, { authorization }: { authorization: string }): Promise<string> {
  const { rows } = await t.database.pool.query<{ citizen_id: string }>("select citizen_id from sessions where token_hash = sha256(convert_to($1, 'UTF8'))", [
    authorization.slice('Bearer '.length),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('nobody is signed in with this token');
  return row.citizen_id;
}

/** Tells what is given, by default a new notice, and waits until it has been sent on. */
export async function tellAndDeliver(t: TestApp, notice: Pick<OutboxNotice, 'to'> & Partial<OutboxNotice>): Promise<void> {
  told += 1;
  const whole: OutboxNotice = { key: `test:${told}`, kind: 'announcement', title: `通知${told}`, body: '请查看。', path: '/pages/home/index', at: t.clock.now(), ...notice };
  await t.database.db.transaction().execute((tx) => tell(tx, whole));
  await t.app.outbox.deliverAll();
}

/** The first page of the inbox of whoever signed in with these headers. */
export async function inboxItems(t: TestApp, headers: { authorization: string }): Promise<InboxNotice[]> {
  return (await t.app.inject({ url: '/api/v1/inbox', headers })).json<{ items: InboxNotice[] }>().items;
}
