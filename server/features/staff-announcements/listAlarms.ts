import { gatherAlarmFacts } from '../../announcements/alarmFacts';
import { findAlarms } from '../../announcements/alarms';
import { ApiError } from '../../apiError';
import { AlarmList } from '../../contract/alarms';
import { staffEndpoint } from '../../endpoint';
import { announcementScope, mayReadAnnouncements } from '../../staff/announcementPolicy';

export const listAlarms = staffEndpoint(
  { method: 'GET', url: '/staff/alarms', summary: '检查会发现的问题：多久没有更新、空白栏目；急的在前', reply: AlarmList },
  async ({ app, staff }) => {
    if (!mayReadAnnouncements(staff)) throw new ApiError('not_allowed');
    return { items: findAlarms(await gatherAlarmFacts(app.db, app.encryption, app.config, announcementScope(staff), app.clock.now())) };
  },
);
