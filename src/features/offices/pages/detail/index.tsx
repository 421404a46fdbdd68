import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { OfficeDetail } from '../../../../../server/contract/offices';
import { errorText } from '../../../../api/errorMessages';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { NoticeLines } from '../../../../components/NoticeLines';
import { OfflineNote } from '../../../../components/OfflineNote';
import { Page } from '../../../../components/Page';
import { PhoneLinks } from '../../../../components/PhoneLink';
import { PlaceActions } from '../../../../components/PlaceActions';
import { FailurePanel, ResultPanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { SummaryList } from '../../../../components/SummaryList';
import { paths } from '../../../../paths';
import { BoundedCache } from '../../../../platform/BoundedCache';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { Floors } from '../../components/Floors';
import { OfficeStore } from '../../OfficeStore';

/** A family goes to a few offices. */
const keptOffices = 6;

const facts = ({ openingHours, transport, accessibility }: OfficeDetail) =>
  [
    { term: '开放时间', value: openingHours },
    { term: '怎么去', value: transport },
    { term: '无障碍设施', value: accessibility },
  ].flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]));

const OfficeFacts = ({ office }: { office: OfficeDetail }) => (
  <View className="section">
    <Heading level={1}>{office.name}</Heading>
    <SummaryList layout="rows" items={[{ term: '地址', value: office.address }]} />
    <PlaceActions place={office} />
    <SummaryList layout="rows" items={facts(office)} />
    {office.phone === null ? null : <PhoneLinks name="大厅电话" text={office.phone} />}
  </View>
);

const Content = observer(({ store }: { store: OfficeStore }) => {
  const { state } = store;
  switch (state.status) {
    case 'idle':
    case 'loading':
      return (
        <View className="section">
          <SkeletonRows count={8} />
        </View>
      );
    case 'failed': {
      if (state.error.code !== 'office_not_found') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
      const { title, nextAction } = errorText(state.error);
      return (
        <ResultPanel icon="building-2" title={title} body={nextAction}>
          <LinkTo to={paths.serviceGuides} label="全部主题和大厅" className="text-link">
            全部主题和大厅
          </LinkTo>
        </ResultPanel>
      );
    }
    case 'ready': {
      const office = state.value;
      return (
        <>
          {state.savedAt === null ? null : (
            <View className="section">
              <OfflineNote savedAt={state.savedAt} onRetry={() => void store.load()} />
            </View>
          )}
          {/* A place of its own: notices may come late, and Taro would send the whole page again. */}
          <View>
            <NoticeLines notices={store.notices} />
          </View>
          <OfficeFacts office={office} />
          {office.guideCount === 0 ? null : (
            <View className="section">
              <LinkTo to={paths.guideList('officeCode', office.code)} label={`在这里能办的事，${office.guideCount} 项`} className="row has-chevron is-inline is-last">
                <View className="row-name">在这里能办的事</View>
                <View className="hint">{office.guideCount} 项</View>
              </LinkTo>
            </View>
          )}
          <Floors store={store} windows={office.windows} />
        </>
      );
    }
  }
});

const Office = observer(() => {
  const { siteApi, announcementsApi, site, storage, now } = useStores();
  const { officeCode } = useRouter().params;
  const [store] = useState(() => new OfficeStore(pageParameter(officeCode), { siteApi, announcementsApi, cache: new BoundedCache<OfficeDetail>(storage, 'offices', keptOffices, now) }));
  const name = store.office?.name ?? '办事大厅';
  useEffect(() => {
    void store.load();
    void site.refreshQuietly();
  }, [store, site]);
  useShareAppMessage(() => ({ title: name, path: paths.office(store.officeCode) }));
  return (
    <Page title={process.env.TARO_ENV === 'h5' ? name : '办事大厅'} barTitle="办事大厅" isHeadedBelow={store.office !== null}>
      <Content store={store} />
    </Page>
  );
});

export default Office;
