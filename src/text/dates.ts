/** China has one zone and no summer time, so the shift is constant and needs no zone data on the phone. */
const shanghaiOffsetMs = 8 * 60 * 60 * 1000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

const inShanghai = (instant: string | number): Date => new Date(new Date(instant).getTime() + shanghaiOffsetMs);

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** 2026年11月22日 */
export const fullDate = (instant: string | number): string => {
  const date = inShanghai(instant);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};

/** A calendar date of the contract, 2026-11-22, as 2026年11月22日. */
export const plainDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
};

/** The calendar date in China at this instant: 2026-11-22. Such texts sort as their dates do. */
export const dateInChina = (instant: number): string => inShanghai(instant).toISOString().slice(0, 10);

/** 11月22日（周日）; with the year when it is not the year of `now`. */
export const dateWithWeekday = (instant: string | number, now: number): string => {
  const date = inShanghai(instant);
  const year = date.getUTCFullYear() === inShanghai(now).getUTCFullYear() ? '' : `${date.getUTCFullYear()}年`;
  return `${year}${date.getUTCMonth() + 1}月${date.getUTCDate()}日（周${weekdays[date.getUTCDay()] ?? ''}）`;
};

/** 11月22日（周日）09:05 */
export const dateAndTime = (instant: string | number, now: number): string => {
  const date = inShanghai(instant);
  return `${dateWithWeekday(instant, now)}${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
};
