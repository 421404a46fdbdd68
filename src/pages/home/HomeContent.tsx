import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { AnnouncementRef } from '../../../server/contract/announcements';
import type { ServiceGuideSummary } from '../../../server/contract/serviceGuides';
import type { Topic } from '../../../server/contract/topics';
import { AnnouncementRow } from '../../components/AnnouncementRow';
import { GuideRow } from '../../components/GuideRow';
import { Heading } from '../../components/Heading';
import { Icon } from '../../components/Icon';
import { LinkTo } from '../../components/LinkTo';
import { List, ListItem } from '../../components/List';
import { NoticeLines } from '../../components/NoticeLines';
import { OfflineNote } from '../../components/OfflineNote';
import { FailurePanel, ResultPanel } from '../../components/ResultPanel';
import { SkeletonRows } from '../../components/SkeletonRows';
import { topicIcon } from '../../components/topicIcons';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';
import { announcementRefNote } from '../../text/announcementLabels';
import { guideNote } from '../../text/serviceGuideLabels';

/** Fewer things stand on the elder page. */
const shownOn = (isElder: boolean) => (isElder ? { topics: 6, mostUsed: 3, recent: 2 } : { topics: 8, mostUsed: 5, recent: 3 });

const Topics = observer(({ topics }: { topics: Topic[] }) => {
  const { display } = useStores();
  return (
    <View className="section">
      <Heading level={2}>按主题找</Heading>
      <View className="topics">
        {topics.slice(0, shownOn(display.isElder).topics).map(({ code, name, guideCount }) => (
          <LinkTo key={code} to={paths.guideList('topic', code)} label={`${name}，${guideCount} 项`} className="topic">
            <Icon name={topicIcon(code)} />
            <View className="topic-name">{name}</View>
          </LinkTo>
        ))}
      </View>
      <LinkTo to={paths.serviceGuides} label="全部主题和部门" className="row-more">
        全部主题和部门
      </LinkTo>
    </View>
  );
});

const MostUsed = observer(({ guides }: { guides: ServiceGuideSummary[] }) => {
  const { display } = useStores();
  if (guides.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>近期常办</Heading>
      <List>
        {guides.slice(0, shownOn(display.isElder).mostUsed).map((guide) => (
          <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={guideNote(guide)} />
        ))}
      </List>
    </View>
  );
});

const Announcements = ({ announcements }: { announcements: AnnouncementRef[] }) => {
  const { now } = useStores();
  if (announcements.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>公告</Heading>
      <List>
        {announcements.map((each) => (
          <AnnouncementRow key={each.id} id={each.id} title={each.title} note={announcementRefNote(each, now())} />
        ))}
      </List>
      <LinkTo to={paths.announcements} label="全部公告" className="row-more">
        全部公告
      </LinkTo>
    </View>
  );
};

const Recent = observer(() => {
  const { recentGuides, display } = useStores();
  const guides = recentGuides.guides.slice(0, shownOn(display.isElder).recent);
  if (guides.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>最近看过</Heading>
      <List>
        {guides.map(({ id, name }) => (
          <ListItem key={id}>
            <LinkTo to={paths.guide(id)} label={`最近看过：${name}`} className="row has-chevron">
              <View className="row-name">{name}</View>
            </LinkTo>
          </ListItem>
        ))}
      </List>
    </View>
  );
});

/** What the server gives for the first page, in every state it can be in, and what this device remembers. */
export const HomeContent = observer(() => {
  const { home, site } = useStores();
  const { state } = home;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <Heading level={2}>按主题找</Heading>
          <SkeletonRows count={6} isTall />
        </View>
      );
    case 'failed':
      return (
        <>
          <FailurePanel error={state.error} onRetry={home.load} />
          <Recent />
        </>
      );
    case 'ready': {
      // A copy that an earlier version kept knows no announcements.
      const { topics, mostUsed, urgentNotices = [], newestAnnouncements = [] } = state.value;
      if (topics.length === 0 && mostUsed.length === 0 && newestAnnouncements.length === 0) return <ResultPanel icon="file-text" title="还没有发布办事指南" body={`有事请拨打 ${site.site?.hotline ?? '当地服务热线'}。`} />;
      return (
        <>
          {state.savedAt === null ? null : (
            <View className="section">
              <OfflineNote savedAt={state.savedAt} onRetry={home.load} />
            </View>
          )}
          <NoticeLines notices={urgentNotices} />
          {topics.length === 0 ? null : <Topics topics={topics} />}
          <MostUsed guides={mostUsed} />
          <Announcements announcements={newestAnnouncements} />
          <Recent />
        </>
      );
    }
  }
});
