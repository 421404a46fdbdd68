import { dateInShanghai } from '../clock';
import type { DueDate, WorkingDayCalendar } from './workingDayCalendar';

/** A deadline as it is stored by whoever has one. */
export interface Deadline extends DueDate {
  /** The date on which the clock started, which does not count. */
  startOn: string;
  days: number;
}

/** A deadline of so many working days from an instant on; `endOfDueDate` of its date is the instant when it is over. */
export function deadlineFrom(startedAt: Date, days: number, calendar: WorkingDayCalendar): Deadline {
  const startOn = dateInShanghai(startedAt);
  return { startOn, days, ...calendar.addWorkingDays(startOn, days) };
}

/** The instant at which a due date is over: midnight in Shanghai after it. */
export function endOfDueDate(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + 86_400_000);
}

/**
 * A provisional deadline counted again, for when a year's notice has come. One that is not provisional stays as people were told.
 *
 * @returns the deadline, and whether its date moved.
 */
export function recount(deadline: Deadline, calendar: WorkingDayCalendar): { deadline: Deadline; isMoved: boolean } {
  if (!deadline.isProvisional) return { deadline, isMoved: false };
  const counted = { ...deadline, ...calendar.addWorkingDays(deadline.startOn, deadline.days) };
  return { deadline: counted, isMoved: counted.date !== deadline.date };
}
