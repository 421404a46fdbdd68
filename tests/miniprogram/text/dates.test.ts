import { dateAndTime, dateWithWeekday, fullDate } from '../../../src/text/dates';

const now = Date.UTC(2026, 10, 22, 1, 5);

describe('dates', () => {
  it('are those of Shanghai, wherever the phone is', () => {
    expect(fullDate('2026-11-02T16:00:00.000Z')).toBe('2026年11月3日');
    expect(dateWithWeekday('2026-11-21T15:59:59.999Z', now)).toBe('11月21日（周六）');
    expect(dateWithWeekday('2026-11-21T16:00:00.000Z', now)).toBe('11月22日（周日）');
    expect(dateAndTime(now, now)).toBe('11月22日（周日）09:05');
  });

  it('carry the year when it is not the current one', () => {
    expect(dateWithWeekday('2025-12-31T15:00:00.000Z', now)).toBe('2025年12月31日（周三）');
    expect(dateWithWeekday('2026-12-31T16:00:00.000Z', now)).toBe('2027年1月1日（周五）');
  });
});
