import { sql } from 'kysely';
import type { ChangeFeed } from '../database/changeFeed';
import type { Database, DatabaseTransaction } from '../database/database';
import type { Queryable } from '../database/pool';
import { WorkingDayCalendar } from './workingDayCalendar';
import type { YearNotice } from './yearNotice';

const channel = 'content_changed';
const table = 'working_day_notices';

/** A bound on staleness should a notification ever be lost without the connection noticing. */
const longestMilliseconds = 5 * 60_000;

/** The paper that a notice stands in. */
export interface NoticeDocument {
  name: string;
  /** Null when nobody said. */
  publishedOn: string | null;
}

/** Keeps or replaces the notice of a year. */
export async function saveNotice(db: Database | DatabaseTransaction, notice: YearNotice, { name, publishedOn }: NoticeDocument, now: Date): Promise<void> {
  const { year, holidays, workingWeekends } = notice;
  await sql`insert into working_day_notices (year, document_name, published_on, holidays, working_weekends, imported_at)
    values (${year}, ${name}, ${publishedOn}::date, ${holidays}::date[], ${workingWeekends}::date[], ${now})
    on conflict (year) do update set document_name = excluded.document_name, published_on = excluded.published_on, holidays = excluded.holidays,
      working_weekends = excluded.working_weekends, imported_at = excluded.imported_at`.execute(db);
}

export async function readCalendar(db: Queryable): Promise<WorkingDayCalendar> {
  const { rows } = await db.query<YearNotice>(
    'select year, holidays::text[] as holidays, working_weekends::text[] as "workingWeekends" from working_day_notices order by year',
  );
  return new WorkingDayCalendar(rows);
}

/** The calendar of this process: read once, and again when a notice was imported anywhere. */
export class Calendars {
  private kept: { calendar: Promise<WorkingDayCalendar>; readAt: number } | undefined;

  constructor(
    private readonly db: Queryable,
    private readonly feed: ChangeFeed,
  ) {
    const drop = (): void => void (this.kept = undefined);
    feed.subscribe(channel, { onNotification: (changed) => (changed === table ? drop() : undefined), onGap: drop });
  }

  current(): Promise<WorkingDayCalendar> {
    // Without the connection nobody would tell that a notice has come.
    if (!this.feed.isConnected) return readCalendar(this.db);
    if (this.kept !== undefined && this.kept.readAt + longestMilliseconds > Date.now()) return this.kept.calendar;
    const reading = { calendar: readCalendar(this.db), readAt: Date.now() };
    this.kept = reading;
    reading.calendar.catch(() => {
      // Whoever asked is told by the promise; only the next one must not be given the failure again.
      if (this.kept === reading) this.kept = undefined;
    });
    return reading.calendar;
  }
}
