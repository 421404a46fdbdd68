import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { AnnouncementRow } from '../../../components/AnnouncementRow';
import { Heading } from '../../../components/Heading';
import { LinkTo } from '../../../components/LinkTo';
import { List } from '../../../components/List';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { announcementNote } from '../../../text/announcementLabels';
import type { SearchStore } from '../SearchStore';

/** The announcements that answer the question best. They wait for the guides: those are what most come for. */
export const FoundAnnouncements = observer(({ store }: { store: SearchStore }) => {
  const { now } = useStores();
  const { announcements, asked, results } = store;
  const isThere = results.state.status === 'ready' || results.state.status === 'failed';
  if (announcements === null || announcements.items.length === 0 || asked === null || !isThere) return null;
  return (
    <View className="section">
      <Heading level={2}>公告</Heading>
      <List>
        {announcements.items.map(({ announcement }) => (
          <AnnouncementRow key={announcement.id} id={announcement.id} title={announcement.title} note={announcementNote(announcement, now())} />
        ))}
      </List>
      {announcements.total > announcements.items.length ? (
        <LinkTo to={paths.announcementsFound(asked)} label={`查看全部 ${announcements.total} 条公告`} className="row-more">
          查看全部 {announcements.total} 条公告
        </LinkTo>
      ) : null}
    </View>
  );
});
