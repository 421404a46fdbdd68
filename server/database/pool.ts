import type { FieldDef, QueryConfig } from 'pg';

export type Engine = 'postgresql' | 'pglite';

export interface QueryRows<Row> {
  rows: Row[];
  rowCount: number;
  command: string;
  fields: Pick<FieldDef, 'name' | 'dataTypeID'>[];
}

/** The part of `pg`'s client and pool that the product uses; both engines provide exactly this. */
export interface Queryable {
  query<Row = Record<string, unknown>>(text: string | QueryConfig, values?: readonly unknown[]): Promise<QueryRows<Row>>;
}

export interface DatabaseClient extends Queryable {
  release(error?: Error | boolean): void;
}

/**
 * One pool for both engines. Everything (Kysely, pg-boss, raw SQL) goes through it.
 *
 * PGlite has a single connection, so it serves callers one after another: code inside a
 * transaction must use that transaction's client, never the pool, or it waits for itself.
 */
export interface DatabasePool extends Queryable {
  readonly engine: Engine;
  connect(): Promise<DatabaseClient>;
  end(): Promise<void>;
  /** Opens the connection that LISTEN needs; see ChangeFeed, its only user. */
  openListener(onNotification: (channel: string, payload: string) => void, onClosed: () => void): Promise<Listener>;
}

export interface Listener {
  listen(channel: string): Promise<void>;
  close(): Promise<void>;
}

/** How long a caller waits for a connection before it gets an error instead of hanging. */
export const connectionTimeoutMilliseconds = 30_000;
