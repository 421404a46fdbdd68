import { PGlite, types, type Results } from '@electric-sql/pglite';
import type { QueryConfig } from 'pg';
import { connectionTimeoutMilliseconds, type DatabaseClient, type DatabasePool, type QueryRows } from './pool';

/**
 * A `DatabasePool` over PGlite, which is one connection in this process.
 *
 * @param folder where the data lives; undefined keeps it in memory. The caller holds the folder's lock.
 */
export async function openPglitePool(folder?: string): Promise<DatabasePool> {
  const database = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    parsers: {
      [types.DATE]: (text) => text,
      [types.INT8]: Number,
      [types.BYTEA]: (text) => Buffer.from(text.slice(2), 'hex'),
    },
  });
  const turns = new Turns();

  const run = async <Row>(text: string | QueryConfig, values?: readonly unknown[]): Promise<QueryRows<Row>> => {
    const sql = typeof text === 'string' ? text : text.text;
    const parameters = values ?? (typeof text === 'string' ? undefined : text.values);
    if (parameters === undefined || parameters.length === 0) {
      // Like pg's simple protocol: several statements are allowed, the last one's rows are returned.
      const results = await database.exec(sql);
      return toQueryRows(sql, results.at(-1) as Results<Row> | undefined);
    }
    return toQueryRows(sql, await database.query<Row>(sql, [...parameters]));
  };

  return {
    engine: 'pglite',
    query: async (text, values) => {
      const release = await turns.take();
      try {
        return await run(text, values);
      } finally {
        release();
      }
    },
    connect: async () => {
      const release = await turns.take();
      return { query: run, release } as DatabaseClient;
    },
    end: async () => {
      const release = await turns.take();
      await database.close();
      release();
    },
    openListener: async (onNotification) => {
      const stops: (() => Promise<void>)[] = [];
      return {
        listen: async (channel) => {
          stops.push(await database.listen(channel, (payload) => onNotification(channel, payload)));
        },
        close: async () => {
          await Promise.all(stops.map((stop) => stop()));
        },
      };
    },
  };
}

function toQueryRows<Row>(sql: string, result: Results<Row> | undefined): QueryRows<Row> {
  const rows = result?.rows ?? [];
  return {
    rows,
    rowCount: rows.length > 0 ? rows.length : (result?.affectedRows ?? 0),
    command: (/^\s*(\w+)/.exec(sql)?.[1] ?? '').toUpperCase(),
    fields: result?.fields ?? [],
  };
}

/** First come, first served; a turn that never ends becomes an error for those who wait, not a silence. */
class Turns {
  private last: Promise<void> = Promise.resolve();

  async take(): Promise<() => void> {
    const before = this.last;
    let release: () => void = () => undefined;
    this.last = new Promise((resolve) => {
      release = resolve;
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('waited too long for the embedded database: is the pool used inside a transaction?')),
        connectionTimeoutMilliseconds,
      );
    });
    try {
      await Promise.race([before, tooLong]);
    } catch (error) {
      // Whoever comes later still waits for the turn that has not ended.
      void before.then(release);
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return release;
  }
}
