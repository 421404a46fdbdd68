import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Announcement, AnnouncementRef } from '../../../../server/contract/announcements';
import { AnnouncementRow } from '../../../components/AnnouncementRow';
import { Disclosure } from '../../../components/Disclosure';
import { GuideRow } from '../../../components/GuideRow';
import { Heading } from '../../../components/Heading';
import { LinkTo } from '../../../components/LinkTo';
import { List, ListItem } from '../../../components/List';
import { SummaryList } from '../../../components/SummaryList';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { announcementRefNote } from '../../../text/announcementLabels';
import { disclosureFacts } from '../announcementFacts';

const Others = ({ title, announcements }: { title: string; announcements: readonly AnnouncementRef[] }) => {
  const { now } = useStores();
  if (announcements.length === 0) return null;
  return (
    <View className="section">
      <Heading level={2}>{title}</Heading>
      <List>
        {announcements.map((each) => (
          <AnnouncementRow key={each.id} id={each.id} title={each.title} note={announcementRefNote(each, now())} />
        ))}
      </List>
    </View>
  );
};

/** What an announcement leads to: what to do now, where, and what explains it. */
export const AroundIt = ({ announcement }: { announcement: Announcement }) => {
  const { guides, offices, explains, explainedBy } = announcement;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Others title="解读的文件" announcements={explains} />
      <Others title="政策解读" announcements={explainedBy} />
      {guides.length === 0 ? null : (
        <View className="section">
          <Heading level={2}>相关办事指南</Heading>
          <List>
            {guides.map(({ id, name }) => (
              <GuideRow key={id} guideId={id} name={name} note="" />
            ))}
          </List>
        </View>
      )}
      {offices.length === 0 ? null : (
        <View className="section">
          <Heading level={2}>涉及的大厅</Heading>
          <List>
            {offices.map(({ code, name }) => (
              <ListItem key={code}>
                <LinkTo to={paths.office(code)} label={name} className="row has-chevron">
                  <View className="row-name">{name}</View>
                </LinkTo>
              </ListItem>
            ))}
          </List>
        </View>
      )}
      <View className="section sections">
        <Disclosure title="公开信息" isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <SummaryList layout="rows" items={disclosureFacts(announcement)} />
        </Disclosure>
      </View>
    </>
  );
};
