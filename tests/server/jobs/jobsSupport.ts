import { sql } from 'kysely';
import type { DatabaseTransaction } from '../../../server/database/database';
import type { JobLog } from '../../../server/jobs/jobLog';

export async function addEffect(tx: DatabaseTransaction, label: string, process = ''): Promise<void> {
  await sql`insert into effects (label, process) values (${label}, ${process})`.execute(tx);
}

const waitsAtMostMilliseconds = 15_000;

/** Waits for something that other code brings about. @throws when it does not come. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + waitsAtMostMilliseconds;
  while (!(await holds())) {
    if (Date.now() > giveUpAt) throw new Error('what was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
}

export function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A log that keeps its lines. */
export class LogLines implements JobLog {
  private readonly lines: { level: string; details: object; message: string }[] = [];

  info(details: object, message: string): void {
    this.lines.push({ level: 'info', details, message });
  }

  warn(details: object, message: string): void {
    this.lines.push({ level: 'warn', details, message });
  }

  error(details: object, message: string): void {
    this.lines.push({ level: 'error', details, message });
  }

  messages(level: string): string[] {
    return this.lines.filter((line) => line.level === level).map((line) => line.message);
  }

  text(): string {
    return JSON.stringify(this.lines);
  }
}
