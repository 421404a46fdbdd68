import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ChangeFeed } from '../database/changeFeed';

/** A reply as it goes out: serialised once. */
export interface CachedReply {
  body: Buffer;
  etag: string;
  /** Compressed when first asked for, then kept with the body. */
  compressed: Partial<Record<Encoding, Buffer>>;
}

export type Encoding = 'br' | 'gzip';

/** Below this a packet holds it anyway. */
const smallestCompressed = 1_024;

/** The reply in the best form a client takes. */
export function encodeFor(reply: CachedReply, acceptEncoding: string | undefined): { body: Buffer; encoding: Encoding | undefined } {
  const encoding = acceptEncoding?.includes('br') === true ? 'br' : acceptEncoding?.includes('gzip') === true ? 'gzip' : undefined;
  if (encoding === undefined || reply.body.length < smallestCompressed) return { body: reply.body, encoding: undefined };
  const body = (reply.compressed[encoding] ??= encoding === 'br' ? brotliCompressSync(reply.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(reply.body));
  return { body, encoding };
}

interface Entry extends CachedReply {
  tables: readonly string[];
  expiresAt: number;
}

/** A bound on staleness should a notification ever be lost without the connection noticing. */
const longestMilliseconds = 5 * 60_000;

const channel = 'content_changed';

/**
 * Replies that are the same for everybody, kept per address and dropped when a table they were read from changes.
 *
 * A reply may only be stored if none of its tables changed since reading began: `begin` before the query,
 * `store` after it. While the listening connection is lost nothing is stored or served.
 */
export class ReplyCache {
  private readonly entries = new Map<string, Entry>();
  private readonly generations = new Map<string, number>();
  private epoch = 0;
  private bytes = 0;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly largestBytes = 32 * 1024 * 1024,
  ) {
    feed.subscribe(channel, { onNotification: (table) => this.drop(table), onGap: () => this.clear() });
  }

  find(address: string): CachedReply | undefined {
    if (!this.feed.isConnected) return undefined;
    const entry = this.entries.get(address);
    if (entry === undefined) return undefined;
    if (entry.expiresAt < Date.now()) {
      this.remove(address, entry);
      return undefined;
    }
    return entry;
  }

  /** The state of the tables before they are read; hand it to `store`. */
  begin(tables: readonly string[]): string {
    return [this.epoch, ...tables.map((table) => this.generations.get(table) ?? 0)].join('.');
  }

  store(address: string, tables: readonly string[], begun: string, body: Buffer): CachedReply {
    const reply = this.describe(body);
    if (!this.feed.isConnected || this.begin(tables) !== begun) return reply;
    const before = this.entries.get(address);
    if (before !== undefined) this.remove(address, before);
    this.entries.set(address, { ...reply, tables, expiresAt: Date.now() + longestMilliseconds });
    this.bytes += body.length + address.length;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.largestBytes) break;
      this.remove(oldest, entry);
    }
    return reply;
  }

  /** A reply that is not kept. */
  describe(body: Buffer): CachedReply {
    // Weak: the same content may go out in several encodings.
    return { body, etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`, compressed: {} };
  }

  private drop(table: string): void {
    this.generations.set(table, (this.generations.get(table) ?? 0) + 1);
    for (const [address, entry] of this.entries) {
      if (entry.tables.includes(table)) this.remove(address, entry);
    }
  }

  private clear(): void {
    this.epoch += 1;
    this.entries.clear();
    this.bytes = 0;
  }

  private remove(address: string, entry: Entry): void {
    if (this.entries.delete(address)) this.bytes -= entry.body.length + address.length;
  }
}
