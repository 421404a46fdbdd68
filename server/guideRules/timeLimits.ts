import type { TimeLimit, TimeUnit } from '../contract/guideContent';

/**
 * The shortest and the longest that a unit can be, in hours of the calendar. A working day is at least a day; with weekends and
 * the longest holiday (eight days off around a National Day) a row of working days is at most about three times its number.
 */
const hours: Record<TimeUnit, { least: number; most: number }> = {
  hour: { least: 1, most: 1 },
  calendar_day: { least: 24, most: 24 },
  working_day: { least: 24, most: 72 },
  month: { least: 28 * 24, most: 31 * 24 },
};

/** True only when the first limit is certainly longer: limits in different units are compared with the doubt on their side. */
export function isLonger(one: TimeLimit, other: TimeLimit): boolean {
  if (one.unit === other.unit) return one.amount > other.amount;
  return one.amount * hours[one.unit].least > other.amount * hours[other.unit].most;
}
