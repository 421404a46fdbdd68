import { View } from '@tarojs/components';
import type { AnnouncementRef } from '../../server/contract/announcements';
import { paths } from '../paths';
import { Icon } from './Icon';
import { LinkTo } from './LinkTo';

/** What one should know before anything else on the page, a line each. */
export const NoticeLines = ({ notices }: { notices: readonly AnnouncementRef[] }) =>
  notices.length === 0 ? null : (
    <View className="section notice-lines">
      {notices.map(({ id, title }) => (
        <LinkTo key={id} to={paths.announcement(id)} label={`公告：${title}`} className="notice-line">
          <Icon name="triangle-alert" />
          <View>{title}</View>
        </LinkTo>
      ))}
    </View>
  );
