import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Announcement } from '../../../../server/contract/announcements';
import { Disclosure } from '../../../components/Disclosure';
import { Heading } from '../../../components/Heading';
import { LinkTo } from '../../../components/LinkTo';
import { List, ListItem } from '../../../components/List';
import { StatusTag } from '../../../components/StatusTag';
import { SummaryList } from '../../../components/SummaryList';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { announcementKindLabels } from '../../../text/announcementLabels';
import { dateWithWeekday, fullDate } from '../../../text/dates';
import { correctionNote, documentFacts, sourceLine, validityLabels, validityWarning } from '../announcementFacts';

/** Every version that was ever public, with the reason why another took its place. */
const Changes = observer(({ announcement: { id, version, changes } }: { announcement: Announcement }) => {
  const { now } = useStores();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure title="更正记录" note={`${changes.length} 版`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
      <List>
        {changes.map((change) => (
          <ListItem key={change.version}>
            <View className="row">
              <View>
                {dateWithWeekday(change.publishedAt, now())}
                {change.reason === null ? '首次发布' : `更正：${change.reason}`}
              </View>
              {change.version === version ? (
                <View className="hint">就是现在这一版</View>
              ) : (
                <LinkTo to={paths.announcementVersion(id, change.version)} label={`看第 ${change.version} 版`} className="text-link">
                  看第 {change.version} 版
                </LinkTo>
              )}
            </View>
          </ListItem>
        ))}
      </List>
    </Disclosure>
  );
});

/** What an announcement is, who says it, whether it still holds, and what was changed in it. */
export const AnnouncementHead = observer(({ announcement }: { announcement: Announcement }) => {
  const { now } = useStores();
  const { content, status, withdrawn, archivedAt, validity } = announcement;
  const warning = validityWarning(announcement);
  const correction = correctionNote(announcement, now());
  return (
    <View className="section">
      {withdrawn === null ? null : (
        <View className="reading-banner is-red">
          这份公告已于 {fullDate(withdrawn.at)} 撤回，内容不再有效。{withdrawn.reason === '' ? '' : `原因：${withdrawn.reason}`}
        </View>
      )}
      {status === 'archived' && archivedAt !== null ? <View className="reading-banner is-neutral">这份公告已于 {fullDate(archivedAt)} 归档，仅供查阅。</View> : null}
      {warning === null || withdrawn !== null ? null : <View className="reading-banner is-red">{warning}</View>}
      <Heading level={1}>{content.title}</Heading>
      <View className="hint">{sourceLine(announcement)}</View>
      <View className="tags">
        <StatusTag tone={content.kind === 'urgent_notice' ? 'red' : 'accent'}>{announcementKindLabels[content.kind]}</StatusTag>
        {validity === null || withdrawn !== null ? null : <StatusTag tone={validity === 'in_force' ? 'green' : 'red'}>{validityLabels[validity]}</StatusTag>}
      </View>
      {correction === null ? null : <View className="reading-banner is-amber">{correction}</View>}
      <SummaryList layout="rows" items={documentFacts(content)} />
      {correction === null || withdrawn !== null ? null : <Changes announcement={announcement} />}
    </View>
  );
});
