import type { Clock } from '../clock';
import type { DatabasePool } from '../database/pool';
import { sealAudit, writeHead } from './sealAudit';

const everyMilliseconds = 2_000;

/** Seals the audit trail every two seconds. Any number of processes may run one. */
export class AuditSealer {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  /** The position last written outside, so that a head that was sealed but not written yet (a process died) is made up for. */
  private written = 0;

  constructor(
    private readonly pool: DatabasePool,
    private readonly clock: Clock,
    private readonly headFile: string,
    private readonly log: { error(details: object, message: string): void },
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.seal(), everyMilliseconds).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    // A round under way may have passed over what was written since it began.
    await this.running;
    await this.seal();
  }

  /** Seals all that can be sealed now; while it is sealing, another call waits for the same. */
  seal(): Promise<void> {
    this.running ??= this.sealAll()
      .catch((error: unknown) => this.log.error({ err: error }, 'the audit trail could not be sealed, trying again'))
      .finally(() => {
        this.running = undefined;
      });
    return this.running;
  }

  private async sealAll(): Promise<void> {
    for (;;) {
      const result = await sealAudit(this.pool, this.clock);
      if (result === undefined) return;
      if (result.head.position > this.written) {
        await writeHead(this.headFile, result.head, this.clock.now());
        this.written = result.head.position;
      }
      if (result.sealed === 0) return;
    }
  }
}
