import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { InboxNotice } from '../../../../server/contract/inbox';
import { LinkTo } from '../../../components/LinkTo';
import { ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { useStores } from '../../../stores/StoreContext';
import { dateAndTime } from '../../../text/dates';
import type { InboxStore } from '../InboxStore';
import { kindLabels } from '../noticeLabels';

/** One notice: unread ones say so in a word. Following it opens the page it tells of. */
export const NoticeRow = observer(({ notice, store }: { notice: InboxNotice; store: InboxStore }) => {
  const { now } = useStores();
  const isUnread = store.isUnread(notice);
  const origin = `${kindLabels[notice.kind]} · ${dateAndTime(notice.occurredAt, now())}`;
  return (
    <ListItem>
      <LinkTo to={notice.path} label={`${isUnread ? '未读，' : ''}${notice.title}，${notice.body}，${origin}`} className="row has-chevron" onFollow={() => void store.open(notice)}>
        <View className="row-name">{notice.title}</View>
        {notice.body === '' ? null : <View className="row-note">{notice.body}</View>}
        <View className="hint">
          {isUnread ? <StatusTag tone="accent">未读</StatusTag> : null}
          {isUnread ? ` ${origin}` : origin}
        </View>
      </LinkTo>
    </ListItem>
  );
});
