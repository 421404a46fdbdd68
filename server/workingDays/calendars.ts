import type { ChangeFeed } from '../database/changeFeed';
import type { Queryable } from '../database/pool';
import { WorkingDayCalendar, type YearNotice } from './workingDayCalendar';

const channel = 'content_changed';
const table = 'working_day_notices';

/** Keeps or replaces the notice of a year. */
export async function saveNotice(db: Queryable, notice: YearNotice, documentName: string, now: Date): Promise<void> {
  await db.query(
    `insert into working_day_notices (year, document_name, holidays, working_weekends, imported_at) values ($1, $2, $3::date[], $4::date[], $5)
     on conflict (year) do update set document_name = excluded.document_name, holidays = excluded.holidays,
       working_weekends = excluded.working_weekends, imported_at = excluded.imported_at`,
    [notice.year, documentName, notice.holidays, notice.workingWeekends, now],
  );
}

export async function readCalendar(db: Queryable): Promise<WorkingDayCalendar> {
  const { rows } = await db.query<YearNotice>(
    'select year, holidays::text[] as holidays, working_weekends::text[] as "workingWeekends" from working_day_notices order by year',
  );
  return new WorkingDayCalendar(rows);
}

/** The calendar of this process: read once, and again when a notice was imported anywhere. */
export class Calendars {
  private kept: Promise<WorkingDayCalendar> | undefined;

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
    this.kept ??= readCalendar(this.db).catch((error: unknown) => {
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }
}
