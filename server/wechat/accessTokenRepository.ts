import { randomUUID } from 'node:crypto';
import type { DatabasePool } from '../database/pool';

/** What is stored of an account's token; version 0 when nothing ever was. */
export interface StoredToken {
  version: number;
  tokenEncrypted: string | undefined;
  expiresAt: Date | undefined;
}

export interface RefreshLease {
  appId: string;
  id: string;
}

interface Row {
  version: number;
  token_encrypted: string | null;
  expires_at: Date | null;
}

/**
 * Each step is one statement of its own, so that no connection is held while WeChat is asked: the embedded
 * database has only one. Leases go by the database's clock, the one that all processes share.
 */
export class AccessTokenRepository {
  constructor(private readonly pool: DatabasePool) {}

  async read(appId: string): Promise<StoredToken> {
    const { rows } = await this.pool.query<Row>({
      name: 'read_wechat_access_token',
      text: 'select version, token_encrypted, expires_at from wechat_access_tokens where app_id = $1',
      values: [appId],
    });
    const [row] = rows;
    return { version: row?.version ?? 0, tokenEncrypted: row?.token_encrypted ?? undefined, expiresAt: row?.expires_at ?? undefined };
  }

  /** @returns undefined when someone else holds the lease, or the token has been replaced since that version. */
  async lease(appId: string, version: number, milliseconds: number): Promise<RefreshLease | undefined> {
    const id = randomUUID();
    const { rows } = await this.pool.query(
      `insert into wechat_access_tokens as held (app_id, refresh_lease_id, refresh_lease_until)
       values ($1, $2, clock_timestamp() + make_interval(secs => $3))
       on conflict (app_id) do update
       set refresh_lease_id = excluded.refresh_lease_id, refresh_lease_until = excluded.refresh_lease_until
       where held.version = $4 and (held.refresh_lease_until is null or held.refresh_lease_until <= clock_timestamp())
       returning app_id`,
      [appId, id, milliseconds / 1_000, version],
    );
    return rows.length === 0 ? undefined : { appId, id };
  }

  /** Stores the new token and ends the lease; does nothing when the lease had run out and someone else took it. */
  async save(lease: RefreshLease, tokenEncrypted: string, expiresAt: Date): Promise<void> {
    await this.pool.query(
      `update wechat_access_tokens
       set token_encrypted = $3, expires_at = $4, version = version + 1, refresh_lease_id = null, refresh_lease_until = null
       where app_id = $1 and refresh_lease_id = $2`,
      [lease.appId, lease.id, tokenEncrypted, expiresAt.toISOString()],
    );
  }

  /** Ends the lease without a token, at once or after a pause in which nobody asks WeChat. */
  async giveUp(lease: RefreshLease, pauseMilliseconds: number): Promise<void> {
    await this.pool.query(
      `update wechat_access_tokens set refresh_lease_until = clock_timestamp() + make_interval(secs => $3)
       where app_id = $1 and refresh_lease_id = $2`,
      [lease.appId, lease.id, pauseMilliseconds / 1_000],
    );
  }
}
