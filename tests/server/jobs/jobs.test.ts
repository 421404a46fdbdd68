import PgBoss from 'pg-boss';
import { openDatabase } from '../../../server/database/database';
import { onClient } from '../../../server/jobs/bossDatabase';
import { Jobs } from '../../../server/jobs/jobs';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase';
import { addEffect, deferred, LogLines, until } from './jobsSupport';

jest.setTimeout(30_000);

interface Work {
  label: string;
}

let database: TestDatabase;
let started: Jobs[];
let log: LogLines;
let serial = 0;
let name: string;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query('create table effects (label text not null, process text not null default \'\')');
}, 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  started = [];
  log = new LogLines();
  serial += 1;
  name = `work_${serial}`;
  await database.pool.query('delete from effects');
});
afterEach(() => Promise.all(started.map((jobs) => jobs.stop())));

/** As another server process would: its own pool on PostgreSQL, the shared connection on PGlite. */
function openJobs(pool = database.openAnotherPool()): Jobs {
  const jobs = new Jobs({ pool, db: openDatabase(pool), log, pollMilliseconds: 20 });
  started.push(jobs);
  return jobs;
}

async function effects(): Promise<string[]> {
  const { rows } = await database.pool.query<{ label: string }>('select label from effects order by label');
  return rows.map((row) => row.label);
}

async function states(): Promise<string[]> {
  const { rows } = await database.pool.query<{ state: string }>('select state::text from pgboss.job where name = $1', [name]);
  return rows.map((row) => row.state);
}

/** Lets the timeout of everything under way pass, by pg-boss's own maintenance. */
async function expireActiveJobs(): Promise<void> {
  await database.pool.query(`update pgboss.job set started_on = now() - interval '1 day' where name = $1 and state = 'active'`, [name]);
  const client = await database.pool.connect();
  await new PgBoss({ db: onClient(client) }).expire();
  client.release();
}

test('a job runs once its transaction is committed, with the data it was sent with', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  await jobs.start();
  await database.db.transaction().execute(async (tx) => {
    await work.send(tx, { label: '云岫 😀' });
  });
  await until(async () => (await states())[0] === 'completed');
  expect(await effects()).toEqual(['云岫 😀']);
});

test('a job that was sent in a transaction that was rolled back never runs', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  await jobs.start();
  const refused = database.db.transaction().execute(async (tx) => {
    await work.send(tx, { label: 'never' });
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  await database.db.transaction().execute((tx) => work.send(tx, { label: 'after' }));
  await until(async () => (await effects()).length > 0);
  expect(await effects()).toEqual(['after']);
  expect(await states()).toHaveLength(1);
});

test('a job that throws leaves nothing, is tried again and then done', async () => {
  const jobs = openJobs();
  const attempts: number[] = [];
  const work = jobs.define<Work>(name, {
    retryDelaySeconds: 0,
    apply: async (tx, job) => {
      attempts.push(job.attempt);
      await addEffect(tx, `${job.data.label} ${job.attempt}`);
      if (job.attempt < 3) throw new Error('not yet');
    },
  });
  await jobs.start();
  await database.db.transaction().execute((tx) => work.send(tx, { label: 'tried' }));
  await until(async () => (await states())[0] === 'completed');
  expect(attempts).toEqual([1, 2, 3]);
  expect(await effects()).toEqual(['tried 3']);
});

test('a job that never succeeds is given up after its retries', async () => {
  const jobs = openJobs();
  let attempts = 0;
  const work = jobs.define<Work>(name, {
    retryLimit: 1,
    retryDelaySeconds: 0,
    apply: async (tx, job) => {
      attempts += 1;
      await addEffect(tx, job.data.label);
      throw new Error('never');
    },
  });
  await jobs.start();
  await database.db.transaction().execute((tx) => work.send(tx, { label: 'hopeless' }));
  await until(async () => (await states())[0] === 'failed');
  expect(attempts).toBe(2);
  expect(await effects()).toEqual([]);
  expect(log.messages('error')).toEqual(['job failed for the last time']);
});

test.each(['the first', 'the second'])('a job that is delivered twice has one effect when %s delivery is applied first', async (first) => {
  const gates = [deferred(), deferred()];
  const reached = [deferred(), deferred()];
  const applied: number[] = [];
  const done = [deferred(), deferred()];
  const [one, two] = [0, 1].map((process) => {
    const jobs = openJobs();
    const work = jobs.define<Work, undefined>(name, {
      retryDelaySeconds: 0,
      prepare: async () => {
        reached[process]?.resolve();
        await gates[process]?.promise;
        return undefined;
      },
      apply: async (tx, job) => {
        await addEffect(tx, job.data.label);
        applied.push(process);
        done[process]?.resolve();
      },
    });
    return { jobs, work };
  });
  await one?.jobs.start();
  await two?.jobs.install();
  await database.db.transaction().execute((tx) => one?.work.send(tx, { label: 'once' }) ?? Promise.reject(new Error('no process')));
  await reached[0]?.promise;
  await expireActiveJobs();
  // The first process fetches nothing while it works on its delivery, so the second one gets the job again.
  await two?.jobs.start();
  await reached[1]?.promise;
  const order = first === 'the first' ? [0, 1] : [1, 0];
  gates[order[0] ?? 0]?.resolve();
  await done[order[0] ?? 0]?.promise;
  await until(async () => (await states())[0] === 'completed');
  gates[order[1] ?? 0]?.resolve();
  await until(() => log.messages('info').includes('job was done elsewhere meanwhile, left alone'));
  expect(applied).toEqual([order[0]]);
  expect(await effects()).toEqual(['once']);
  expect(await states()).toEqual(['completed']);
});

test('two processes run the effect of each of many jobs once', async () => {
  const processes = ['a', 'b'].map((process) => {
    const jobs = openJobs();
    const work = jobs.define<Work>(name, { concurrency: 4, apply: (tx, job) => addEffect(tx, job.data.label, process) });
    return { jobs, work };
  });
  await Promise.all(processes.map(({ jobs }) => jobs.start()));
  const labels = Array.from({ length: 40 }, (_, index) => `job ${String(index).padStart(2, '0')}`);
  await database.db.transaction().execute(async (tx) => {
    for (const label of labels) await processes[0]?.work.send(tx, { label });
  });
  await until(async () => (await states()).every((state) => state === 'completed'));
  expect(await effects()).toEqual(labels);
});

test('what is prepared outside the transaction is handed to it, and is prepared again when the transaction fails', async () => {
  const jobs = openJobs();
  const ids: string[] = [];
  const work = jobs.define(name, {
    retryDelaySeconds: 0,
    prepare: async (job: { id: string; data: Work }) => {
      ids.push(job.id);
      // The pool is free here: on the embedded database this would wait for ever inside the transaction.
      const { rows } = await database.pool.query<{ sum: number }>('select 1 + 1 as sum');
      return rows[0]?.sum ?? 0;
    },
    apply: async (tx, job, sum) => {
      if (job.attempt === 1) throw new Error('lost connection');
      await addEffect(tx, `${job.data.label} ${sum}`);
    },
  });
  await jobs.start();
  const id = await database.db.transaction().execute((tx) => work.send(tx, { label: 'sum' }));
  await until(async () => (await states())[0] === 'completed');
  expect(await effects()).toEqual(['sum 2']);
  expect(ids).toEqual([id, id]);
});

test('stopping waits for the job under way and takes no other', async () => {
  const jobs = openJobs();
  const gate = deferred();
  const begun = deferred();
  const work = jobs.define<Work, undefined>(name, {
    concurrency: 1,
    prepare: async () => {
      begun.resolve();
      await gate.promise;
      return undefined;
    },
    apply: (tx, job) => addEffect(tx, job.data.label),
  });
  await jobs.start();
  await database.db.transaction().execute(async (tx) => {
    await work.send(tx, { label: 'first' });
    await work.send(tx, { label: 'second' });
  });
  await begun.promise;
  let stopped = false;
  const stopping = jobs.stop().then(() => (stopped = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(stopped).toBe(false);
  gate.resolve();
  await stopping;
  expect(await effects()).toHaveLength(1);
  expect((await states()).sort()).toEqual(['completed', 'created']);
});

test('stopping while still starting leaves nothing running', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  const starting = jobs.start();
  await jobs.stop();
  await starting;
  await database.db.transaction().execute((tx) => work.send(tx, { label: 'too late' }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await effects()).toEqual([]);
});

test('while a job with a key waits, another one with it is not added', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  await jobs.install();
  const ids = await database.db.transaction().execute(async (tx) => [
    await work.send(tx, { label: 'one' }, { singletonKey: 'k' }),
    await work.send(tx, { label: 'two' }, { singletonKey: 'k' }),
    await work.send(tx, { label: 'other key' }, { singletonKey: 'l' }),
    await work.send(tx, { label: 'no key' }),
    await work.send(tx, { label: 'no key either' }),
  ]);
  expect(ids.map((id) => id === undefined)).toEqual([false, true, false, false, false]);
});

test('a job for later waits', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  await jobs.start();
  await database.db.transaction().execute(async (tx) => {
    await work.send(tx, { label: 'tomorrow' }, { startAfter: new Date(Date.now() + 86_400_000) });
    await work.send(tx, { label: 'soon' }, { startAfter: new Date(Date.now() + 300) });
    await work.send(tx, { label: 'now' });
  });
  await until(async () => (await effects()).length === 2);
  expect(await effects()).toEqual(['now', 'soon']);
  expect((await states()).sort()).toEqual(['completed', 'completed', 'created']);
});

test('a scheduled job is sent by the clock', async () => {
  const jobs = openJobs();
  jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  jobs.schedule(name, '* * * * *', { label: 'every minute' });
  await jobs.start();
  await until(async () => (await effects()).length > 0);
  expect(await effects()).toEqual(['every minute']);
});

test('a schedule that was taken out of the code is taken out of the database', async () => {
  for (const scheduled of [true, false]) {
    const jobs = openJobs();
    jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
    if (scheduled) jobs.schedule(name, '0 3 * * *');
    await jobs.install();
    const { rows } = await database.pool.query('select cron, timezone from pgboss.schedule where name = $1', [name]);
    expect(rows).toEqual(scheduled ? [{ cron: '0 3 * * *', timezone: 'Asia/Shanghai' }] : []);
  }
});

test('neither the log nor the queue keeps what a failing job worked on', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, {
    retryLimit: 0,
    apply: async (tx, job) => {
      throw new TypeError(`cannot reach ${job.data.label}`, { cause: new Error(job.data.label) });
    },
  });
  await jobs.start();
  await database.db.transaction().execute((tx) => work.send(tx, { label: '13900000000' }));
  await until(async () => (await states())[0] === 'failed');
  expect(log.text()).toContain('TypeError');
  expect(log.text()).toContain('jobs.test.ts');
  expect(log.text()).not.toContain('13900000000');
  const { rows } = await database.pool.query('select output from pgboss.job where name = $1', [name]);
  expect(JSON.stringify(rows)).toContain('TypeError');
  expect(JSON.stringify(rows)).not.toContain('13900000000');
});

test('many processes can install at the same time', async () => {
  const all = Array.from({ length: 4 }, () => openJobs());
  for (const jobs of all) for (const part of ['x', 'y', 'z']) jobs.define<Work>(`${name}_${part}`, { apply: async () => undefined });
  await Promise.all(all.map((jobs) => jobs.install()));
  const { rows } = await database.pool.query('select name from pgboss.queue where name like $1', [`${name}\\_%`]);
  expect(rows).toHaveLength(3);
});

test('a job cannot get lost by being sent too early or under a wrong name', async () => {
  const jobs = openJobs();
  const work = jobs.define<Work>(name, { apply: (tx, job) => addEffect(tx, job.data.label) });
  const send = () => database.db.transaction().execute((tx) => work.send(tx, { label: 'early' }));
  await expect(send()).rejects.toThrow('before the jobs were installed');
  await jobs.install();
  expect(await send()).toBeDefined();
  await expect(database.db.transaction().execute((tx) => jobs.send(tx, 'wrong', {}))).rejects.toThrow('not defined');
  expect(() => jobs.define<Work>('late', { apply: async () => undefined })).toThrow('after the jobs were installed');
});
