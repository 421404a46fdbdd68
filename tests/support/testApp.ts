import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/app';
import { SettableClock } from '../../server/clock';
import type { Audience, GuideContent } from '../../server/contract/guideContent';
import { readConfig, type Config } from '../../server/config';
import { privacyPolicyVersion } from '../../server/privacyPolicy';
import { createSandbox, type Sandbox } from '../../wechat-sandbox/sandbox';
import { sandboxSettings, smsToken } from './sandboxSettings';
import { openTestDatabase, type TestDatabase } from './testDatabase';

export interface TestApp {
  app: FastifyInstance;
  database: TestDatabase;
  clock: SettableClock;
  sandbox: Sandbox;
  sandboxAddress: string;
  /** Another server process on the same database; on PGlite, whose pool is one, another app over that pool. */
  startAnother(): Promise<FastifyInstance>;
  /** A code as wx.login gives it to this demo citizen. */
  loginCode(citizenId: string): Promise<string>;
  /** Signs a demo citizen in through the sandbox and returns the header to send. */
  signIn(citizenId: string): Promise<{ authorization: string }>;
  close(): Promise<void>;
}

/** A server over a fresh database, with the WeChat sandbox beside it on a port of its own. */
export async function startTestApp(settings: Record<string, string> = {}): Promise<TestApp> {
  const database = await openTestDatabase();
  const clock = new SettableClock(new Date('2026-11-23T02:00:00Z'));
  // A test signs the same person in more often than any person does.
  const sandbox = await createSandbox({ smsToken, limits: { code2SessionPerUserPerMinute: 100_000 } });
  const sandboxAddress = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
  const config: Config = readConfig({ ...sandboxSettings(sandboxAddress), H5_FOLDER: '/nowhere', DATA_DIR: await mkdtemp(join(tmpdir(), 'test-data-')), ...settings });
  const apps: FastifyInstance[] = [];
  const start = async (pool = database.pool): Promise<FastifyInstance> => {
    const app = await buildApp({ config, pool, clock });
    apps.push(app);
    await app.ready();
    return app;
  };
  const app = await start();

  const loginCode = async (citizenId: string): Promise<string> => {
    const reply = await sandbox.app.inject({ method: 'POST', url: '/sandbox/login-codes', payload: { citizenId } });
    return reply.json<{ code: string }>().code;
  };
  return {
    app,
    database,
    clock,
    sandbox,
    sandboxAddress,
    startAnother: () => start(database.openAnotherPool()),
    loginCode,
    signIn: async (citizenId) => {
      const reply = await app.inject({
        method: 'POST',
        url: '/api/v1/sessions/mini-program',
        payload: { code: await loginCode(citizenId), privacyPolicyVersion },
      });
      return { authorization: `Bearer ${reply.json<{ token: string }>().token}` };
    },
    close: async () => {
      await Promise.all(apps.map((each) => each.close()));
      await sandbox.app.close();
      await database.close();
    },
  };
}

/** A guide with a name and a department, enough for most tests; `content` adds to it. */
export async function insertGuide(
  database: TestDatabase,
  values: { name?: string; code?: string; department?: string; audiences?: Audience[]; content?: Partial<GuideContent> } = {},
): Promise<string> {
  const department = values.department ?? '云岫县公安局';
  await database.db.insertInto('departments').values({ name: department }).onConflict((conflict) => conflict.doNothing()).execute();
  const { id: departmentId } = await database.db.selectFrom('departments').where('name', '=', department).select('id').executeTakeFirstOrThrow();
  insertedGuides += 1;
  const content: GuideContent = {
    name: values.name ?? `事项${insertedGuides}`,
    itemType: 'public_service',
    audiences: values.audiences ?? ['natural_person'],
    requiredMaterials: [{ name: '居民户口簿', note: '原件 1 份', isWaived: false }],
    ...values.content,
  };
  const { id } = await database.db
    .insertInto('service_guides')
    .values({ implementation_code: values.code ?? `TEST-${insertedGuides}`, department_id: departmentId, content: JSON.stringify(content) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

/** Changes some fields of a guide, as an editor or an import does. */
export async function changeGuide(database: TestDatabase, id: string, changes: Partial<GuideContent>): Promise<void> {
  await database.pool.query('update service_guides set content = content || $1::jsonb, updated_at = now() where id = $2', [JSON.stringify(changes), id]);
}
let insertedGuides = 0;
