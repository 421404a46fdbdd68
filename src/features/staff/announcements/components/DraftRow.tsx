import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { AnnouncementDraftSummary, StaffAnnouncementSummary } from '../../../../../server/contract/announcementDrafts';
import { LinkTo } from '../../../../components/LinkTo';
import { ListItem } from '../../../../components/List';
import { StatusTag } from '../../../../components/StatusTag';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime, fullDate } from '../../../../text/dates';
import { announcementStatusLabels, draftStatusLabels, kindLabels, untitled } from '../announcementLabels';
import type { AnnouncementsStore } from '../AnnouncementsStore';
import { publishTimeWords } from '../publishTime';

interface RowProps {
  store: AnnouncementsStore;
  id: string;
  path: string;
  label: string;
  /** The detail stands in the pane beside the list; otherwise it is a page of its own. */
  isBesidePane: boolean;
  children: ReactNode;
}

const Row = observer(({ store, id, path, label, isBesidePane, children }: RowProps) => (
  <ListItem>
    {isBesidePane ? (
      <Tappable className={`row has-chevron ${store.openId === id ? 'is-current' : ''}`} label={label} isPressed={store.openId === id} onPress={() => store.open(id)}>
        {children}
      </Tappable>
    ) : (
      <LinkTo to={path} label={label} className="row has-chevron">
        {children}
      </LinkTo>
    )}
  </ListItem>
));

export const DraftRow = ({ draft, store, isBesidePane }: { draft: AnnouncementDraftSummary; store: AnnouncementsStore; isBesidePane: boolean }) => {
  const { now } = useStores();
  const { name, tone } = draftStatusLabels[draft.status];
  const origin = [draft.isCorrection ? `更正 ${kindLabels[draft.kind]}` : kindLabels[draft.kind], draft.department.name, draft.owner.name].join(' · ');
  return (
    <Row store={store} id={draft.id} path={paths.announcementDraft(draft.id)} label={`${untitled(draft.title)}，${name}，${origin}`} isBesidePane={isBesidePane}>
      <View className="row-name">{untitled(draft.title)}</View>
      <View className="beside">
        <View className="hint">{origin}</View>
        <StatusTag tone={tone}>{name}</StatusTag>
      </View>
      <View className="hint">{draft.status === 'scheduled' && draft.publishAt !== null ? `${publishTimeWords(draft.publishAt)}发布` : `${dateAndTime(draft.updatedAt, now())}改过`}</View>
    </Row>
  );
};

export const PublishedRow = ({ announcement, store, isBesidePane }: { announcement: StaffAnnouncementSummary; store: AnnouncementsStore; isBesidePane: boolean }) => {
  const { name, tone } = announcementStatusLabels[announcement.status];
  const origin = [kindLabels[announcement.kind], announcement.department.name, fullDate(announcement.publishedAt)].join(' · ');
  return (
    <Row store={store} id={announcement.id} path={paths.staffAnnouncement(announcement.id)} label={`${announcement.title}，${name}，${origin}`} isBesidePane={isBesidePane}>
      <View className="row-name">{announcement.title}</View>
      <View className="beside">
        <View className="hint">{origin}</View>
        <StatusTag tone={tone}>{name}</StatusTag>
      </View>
      {announcement.openDraftId === null ? null : <View className="hint">有正在写的更正稿</View>}
    </Row>
  );
};
