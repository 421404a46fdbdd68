import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/app';
import { readConfig } from '../../server/config';
import { migrate } from '../../server/database/migrate';
import { openPool } from '../../server/database/openPool';
import { signIn } from '../../server/features/sessions/signIn';
import { hashToken, newToken } from '../../server/encryption/tokens';
import { privacyPolicyVersion } from '../../server/privacyPolicy';
import { testSecrets } from '../support/testSecrets';
import { withFreshDatabase } from './databases';
import { printRow, rateOf } from './table';

const people = 10_000;
const load = { concurrency: 8, milliseconds: 4_000 };
const silent = { info: () => undefined, error: () => undefined };

/** Session look-up and signing in (without WeChat's own time), beside pgbench with the same statements. */
export async function benchSessions(): Promise<void> {
  for (const engine of ['pglite', 'postgresql'] as const) {
    await withFreshDatabase(engine, async (settings) => {
      const config = readConfig({ ...testSecrets, LOG_LEVEL: 'silent', H5_FOLDER: '/nowhere', DATA_DIR: tmpdir(), ...settings });
      const pool = await openPool(config, silent);
      await migrate(pool);
      const app = await buildApp({ config, pool });
      await app.ready();
      const tokens = await insertSessions(app);
      const headers = tokens.map((token) => ({ headers: { authorization: `Bearer ${token}` } }) as never);

      const lookUps = await rateOf((index) => app.sessions.require(headers[index % people] as never), load);
      const signIns = await rateOf(
        () => signIn(app, 'mini_program', { appId: 'wx-bench', openId: randomBytes(12).toString('hex'), unionId: undefined }, { code: 'x', privacyPolicyVersion }),
        load,
      );
      const pgbench = settings['DATABASE_URL'] === undefined ? undefined : runPgbench(settings['DATABASE_URL'], tokens);
      printRow(`${engine} session look-up`, lookUps, pgbench && { to: 'pgbench, same statement', of: pgbench.lookUps });
      printRow(`${engine} signing in somebody new`, signIns, pgbench && { to: 'pgbench, same statements', of: pgbench.signIns });
      if (pgbench !== undefined) {
        printRow('  pgbench, look-up, 8 clients, prepared', pgbench.lookUps);
        printRow('  pgbench, signing in, 8 clients, prepared', pgbench.signIns);
      }
      await app.close();
      await pool.end();
    });
  }
}

async function insertSessions(app: FastifyInstance): Promise<string[]> {
  const tokens = Array.from({ length: people }, newToken);
  const now = app.clock.now();
  const expires = new Date(now.getTime() + 30 * 86_400_000);
  await app.pool.query(
    `with person as (insert into citizens (created_at) select $2 from unnest($1::text[]) returning id),
          numbered as (select id, row_number() over () as n from person),
          token as (select t, row_number() over () as n from unnest($1::text[]) t)
     insert into sessions (token_hash, citizen_id, client, created_at, last_seen_at, expires_at)
     select decode(t, 'hex'), id, 'h5', $2, $2, $3 from token join numbered using (n)`,
    [tokens.map((token) => hashToken(token).toString('hex')), now.toISOString(), expires.toISOString()],
  );
  await app.pool.query('analyze');
  return tokens;
}

/** The statements of `Sessions.require` and of `signIn` for somebody new, as pgbench scripts. */
function runPgbench(url: string, tokens: readonly string[]): { lookUps: number; signIns: number } | undefined {
  const program = ['/usr/lib/postgresql/15/bin/pgbench', '/usr/bin/pgbench'].find((path) => existsSync(path));
  if (program === undefined) {
    process.stdout.write('  (pgbench is not installed: nothing to compare with)\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  const script = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (file: string): number => {
    const { stdout, stderr } = spawnSync(program, ['-n', '-M', 'prepared', '-c', String(load.concurrency), '-j', '1', '-T', String(load.milliseconds / 1000), '-f', file, url], { encoding: 'utf8' });
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(stderr);
    return Number(rate);
  };
  const known = hashToken(tokens[0] ?? '').toString('hex');
  const lookUps = run(script('look-up.sql', `select id, citizen_id, created_at, last_seen_at from sessions where token_hash = '\\x${known}'::bytea and expires_at > now();\n`));
  const signIns = run(
    script(
      'sign-in.sql',
      `\\set n random(1, 1000000000)
begin;
select pg_advisory_xact_lock(hashtextextended('identity/wx-bench/' || cast(:n as text), 0));
select c.id, c.union_id from wechat_identities i join citizens c on c.id = i.citizen_id where app_id = 'wx-bench' and open_id = 'p' || cast(:n as text);
insert into citizens (union_id, created_at) values (null, now()) returning id \\gset
insert into wechat_identities (app_id, open_id, citizen_id, created_at) values ('wx-bench', gen_random_uuid()::text, cast(:id as uuid), now());
insert into sessions (token_hash, citizen_id, client, device_label, created_at, last_seen_at, expires_at) values (decode(md5(random()::text), 'hex'), cast(:id as uuid), 'mini_program', null, now(), now(), now() + interval '30 days');
update citizens set privacy_policy_version = '2026-11', privacy_policy_agreed_at = now() where id = cast(:id as uuid) returning *;
commit;
`,
    ),
  );
  return { lookUps, signIns };
}
