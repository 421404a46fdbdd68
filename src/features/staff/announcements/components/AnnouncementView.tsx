import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { AnnouncementStep, StaffAnnouncement } from '../../../../../server/contract/announcementDrafts';
import { errorText } from '../../../../api/errorMessages';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { Notice } from '../../../../components/Notice';
import { StatusTag } from '../../../../components/StatusTag';
import { SummaryList } from '../../../../components/SummaryList';
import { paths } from '../../../../paths';
import { openPage } from '../../../../platform/navigation';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { announcementStatusLabels, announcementSteps, kindLabels } from '../announcementLabels';
import { announcementsApi } from '../announcementsApi';
import { AnnouncementStore } from '../AnnouncementStore';
import { NotReady } from '../../components/NotReady';
import { ShowPreview } from './DraftView';
import { Preview } from './Preview';
import { StepPanel, type OfferedStep } from './StepPanel';
import { Timeline } from './Timeline';

const correct: OfferedStep = {
  id: 'correct',
  button: '更正',
  look: 'primary',
  reason: { label: '更正的原因（群众看得到）', hint: '例如：第三条的电话号码有误。改好的内容要经审核才会发布，之前群众看到的不变。' },
  confirmation: null,
};

const Steps = observer(({ store, announcement, onTaken }: { store: AnnouncementStore; announcement: StaffAnnouncement; onTaken?: (() => void) | undefined }) => {
  const { allowedActions, openDraftId, status } = announcement;
  const offered = [
    ...(allowedActions.includes('correct') ? [correct] : []),
    ...(Object.keys(announcementSteps) as AnnouncementStep[]).filter((step) => allowedActions.includes(step)).map((step) => ({ id: step, ...announcementSteps[step] })),
  ];
  const take = async (id: string, reason: string | null) => {
    if (id === 'correct') {
      const draftId = await store.correct(reason ?? '');
      if (draftId !== null) openPage(paths.announcementDraft(draftId));
    } else if (await store.takeStep(id as AnnouncementStep, reason)) onTaken?.();
  };
  const { name, tone } = announcementStatusLabels[status];
  return (
    <View className="section">
      <View className="beside">
        <Heading level={2}>办理</Heading>
        <StatusTag tone={tone}>{name}</StatusTag>
      </View>
      {openDraftId === null ? null : (
        <LinkTo to={paths.announcementDraft(openDraftId)} label="打开正在写的更正稿" className="text-link">
          打开正在写的更正稿
        </LinkTo>
      )}
      {store.failure === null ? null : <Notice text={`${errorText(store.failure).title}，${errorText(store.failure).nextAction}`} isFailure />}
      <StepPanel steps={offered} isBusy={store.isBusy} onTake={(id, reason) => void take(id, reason)} />
    </View>
  );
});

/** What was published, as staff see it. */
export const AnnouncementView = observer(({ announcementId, onTaken }: { announcementId: string; onTaken?: () => void }) => {
  const { client, now } = useStores();
  const [store] = useState(() => new AnnouncementStore(announcementId, announcementsApi(client)));
  const [isShown, setIsShown] = useState(process.env.TARO_ENV === 'h5');
  // What is published is anybody's to fetch.
  const [urlOf] = useState(() => (hash: string) => Promise.resolve(client.urlOf(`/announcements/${announcementId}/files/${hash}`)));
  useEffect(() => {
    void store.load();
  }, [store]);
  const { state } = store;
  if (state.status !== 'ready') return <NotReady state={state} onRetry={() => void store.load()} />;
  const announcement = state.value;
  return (
    <>
      <View className="section">
        <Heading level={2}>{announcement.title}</Heading>
        <SummaryList
          layout="rows"
          items={[
            { term: '栏目', value: kindLabels[announcement.kind] },
            { term: '部门', value: announcement.department.name },
            { term: '发布时间', value: dateAndTime(announcement.publishedAt, now()) },
            { term: '版本', value: `第 ${announcement.version} 版` },
            ...(announcement.withdrawalReason === null ? [] : [{ term: '撤回的原因', value: announcement.withdrawalReason }]),
          ]}
        />
        <LinkTo to={paths.announcement(announcement.id)} label="打开群众看到的页面" className="text-link">
          打开群众看到的页面
        </LinkTo>
      </View>
      <Steps store={store} announcement={announcement} onTaken={onTaken} />
      {isShown ? <Preview values={announcement.content} departmentName={announcement.department.name} pictureUrl={urlOf} /> : <ShowPreview onShow={() => setIsShown(true)} />}
      <Timeline events={announcement.events} />
    </>
  );
});
