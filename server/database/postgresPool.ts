import pg from 'pg';
import { connectionTimeoutMilliseconds, type DatabaseClient, type DatabasePool, type Listener } from './pool';

const int8 = 20;
// The driver's list of types leaves arrays out.
const int8Array = 1016 as number as typeof int8;
const date = 1082;
pg.types.setTypeParser(int8, Number);
const readTexts = pg.types.getTypeParser(int8Array) as (text: string) => string[];
// Without this an array of ids holds strings, unlike one id.
pg.types.setTypeParser(int8Array, (text) => readTexts(text).map(Number));
// A calendar date has no zone: the driver's default would turn it into local midnight.
pg.types.setTypeParser(date, (text) => text);

const listenerPingMilliseconds = 5_000;

/** A `DatabasePool` over a PostgreSQL server. `max` is the number of connections this process may hold. */
export function openPostgresPool(options: { url: string; max: number; onError: (error: Error) => void }): DatabasePool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    connectionTimeoutMillis: connectionTimeoutMilliseconds,
    application_name: 'gov-counter',
    keepAlive: true,
  });
  pool.on('error', options.onError);

  return {
    engine: 'postgresql',
    query: pool.query.bind(pool) as DatabasePool['query'],
    connect: async () => (await pool.connect()) as unknown as DatabaseClient,
    end: () => pool.end(),
    openListener: async (onNotification, onClosed) => {
      const client = new pg.Client({ connectionString: options.url, keepAlive: true, application_name: 'gov-counter listener' });
      await client.connect();
      client.on('notification', (message) => onNotification(message.channel, message.payload ?? ''));
      return watchedListener(client, onClosed);
    },
  };
}

/** A dead network path closes no socket: a ping every few seconds finds out, and then the listener counts as closed. */
function watchedListener(client: pg.Client, onClosed: () => void): Listener {
  let open = true;
  let pingUnanswered = false;
  const closed = (): void => {
    if (!open) return;
    open = false;
    clearInterval(ping);
    client.end().catch(() => undefined);
    onClosed();
  };
  const ping = setInterval(() => {
    if (pingUnanswered) return closed();
    pingUnanswered = true;
    client.query('select 1').then(
      () => (pingUnanswered = false),
      () => closed(),
    );
  }, listenerPingMilliseconds);
  ping.unref();
  client.on('error', closed);
  client.on('end', closed);

  return {
    listen: async (channel) => {
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    },
    close: async () => {
      open = false;
      clearInterval(ping);
      await client.end();
    },
  };
}
