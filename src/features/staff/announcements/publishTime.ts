import { dateInChina } from '../../../text/dates';

const shanghaiOffsetMs = 8 * 60 * 60 * 1000;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Times of publication are Shanghai's, wherever the writer's computer thinks it is. */
export const toInstant = (date: string, time: string): string => new Date(`${date}T${time === '' ? '09:00' : time}:00+08:00`).toISOString();

const parts = (instant: string): { date: string; time: string; weekday: number; hour: number } => {
  const shifted = new Date(new Date(instant).getTime() + shanghaiOffsetMs);
  return { date: shifted.toISOString().slice(0, 10), time: shifted.toISOString().slice(11, 16), weekday: shifted.getUTCDay(), hour: shifted.getUTCHours() };
};

export const dateOf = (instant: string): string => parts(instant).date;
export const timeOf = (instant: string): string => parts(instant).time;

/** 2026年12月1日 周二 上午 9:00（北京时间） */
export function publishTimeWords(instant: string): string {
  const { date, time, weekday, hour } = parts(instant);
  const [year = '', month = '', day = ''] = date.split('-');
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 14 ? '中午' : hour < 18 ? '下午' : '晚上';
  return `${year}年${Number(month)}月${Number(day)}日 ${weekdays[weekday] ?? ''} ${part} ${time.replace(/^0/, '')}（北京时间）`;
}

/** Why the time is an odd one; null when it is an ordinary one. Public holidays are the server's business. */
export function publishTimeWarning(instant: string, now: number): string | null {
  const { date, weekday, hour } = parts(instant);
  if (new Date(instant).getTime() <= now) return '这个时间已经过了，请改成以后的时间，或者清空。';
  if (weekday === 0 || weekday === 6) return `${date === dateInChina(now) ? '今天' : '这天'}是${weekdays[weekday] ?? ''}，发布后群众来问，可能没人接电话。`;
  return hour < 9 || hour >= 17 ? '这个时间不在上班时间，发布后群众来问，可能没人接电话。' : null;
}
