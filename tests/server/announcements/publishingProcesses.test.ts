import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeDraftStep } from '../../../server/announcements/takeDraftStep';
import { memberOf, startedDraft } from '../../support/announcements';
import { eventually } from '../../support/eventually';
import { sandboxSettings } from '../../support/sandboxSettings';
import { startServer, type ServerProcess } from '../../support/serverProcess';
import { startTestApp, type TestApp } from '../../support/testApp';

jest.setTimeout(180_000);

/** Whole processes share a database only where it is a server. */
const onPostgres = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;
if (process.env['TEST_DATABASE_URL'] === undefined) console.log('processes that publish together need PostgreSQL: set TEST_DATABASE_URL');

onPostgres('processes that may die at any moment', () => {
  let t: TestApp;
  const servers: ServerProcess[] = [];
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await t.close();
  });

  const start = async (): Promise<ServerProcess> => {
    const server = await startServer({ ...sandboxSettings(t.sandboxAddress), DATABASE_URL: t.database.url ?? '', DATA_DIR: await mkdtemp(join(tmpdir(), 'publishing-')) });
    servers.push(server);
    return server;
  };
  /** Drafts that are approved for a moment from now, by the clock on the wall: it is the one that the processes go by. */
  const approvedForSoon = async (count: number, milliseconds: number): Promise<string[]> => {
    const [editor, approver] = [await memberOf(t, '云岫县公安局', 'editor'), await memberOf(t, '云岫县公安局', 'approver')];
    const drafts: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const draftId = await startedDraft(t, editor, '云岫县公安局');
      await takeDraftStep(t.app.announcing, editor, draftId, 'submit', { revision: 1 });
      drafts.push(draftId);
    }
    t.clock.set(new Date());
    const publishAt = new Date(Date.now() + milliseconds).toISOString();
    for (const draftId of drafts) await takeDraftStep(t.app.announcing, approver, draftId, 'approve_for_later', { revision: 2, publishAt });
    return drafts;
  };
  const published = async (drafts: readonly string[]): Promise<{ versions: number; events: number; notices: number; states: string[] }> => {
    const { rows } = await t.database.pool.query<{ versions: number; events: number; notices: number; state: string }>(
      `select d.status as state,
         (select count(*)::int from announcement_versions v where v.announcement_id = d.announcement_id) as versions,
         (select count(*)::int from announcement_events e where e.draft_id = d.id and e.action = 'publish_when_due') as events,
         (select count(*)::int from outbox_notices n where n.key = 'announcement:' || d.announcement_id || ':1:published') as notices
       from announcement_drafts d where d.id = any($1::uuid[])`,
      [drafts],
    );
    const sum = (of: 'versions' | 'events' | 'notices'): number => rows.reduce((total, row) => total + row[of], 0);
    return { versions: sum('versions'), events: sum('events'), notices: sum('notices'), states: [...new Set(rows.map(({ state }) => state))] };
  };
  const allOnce = (count: number) => ({ versions: count, events: count, notices: count, states: ['published'] });

  test('four of which two are killed publish each approved text once, at its time', async () => {
    const four = await Promise.all([start(), start(), start(), start()]);
    const drafts = await approvedForSoon(8, 3_000);
    await four[0]?.kill();
    expect(await published(drafts)).toEqual({ versions: 0, events: 0, notices: 0, states: ['scheduled'] });
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await four[1]?.kill();
    await eventually(async () => expect(await published(drafts)).toEqual(allOnce(8)), 90_000);
    await Promise.all([four[2]?.kill(), four[3]?.kill()]);
  });

  test('what became due while none was up is published by the next that starts', async () => {
    const drafts = await approvedForSoon(2, 200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await start();
    await eventually(async () => expect(await published(drafts)).toEqual(allOnce(2)), 90_000);
  });
});
