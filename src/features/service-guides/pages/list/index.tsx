import { View } from '@tarojs/components';
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Audience } from '../../../../../server/contract/guideContent';
import { GuideRow } from '../../../../components/GuideRow';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { isGroupBy } from '../../../../stores/guideGroups';
import { useStores } from '../../../../stores/StoreContext';
import { guideNote } from '../../../../text/serviceGuideLabels';
import { FollowGroup } from '../../components/FollowGroup';
import { GuideListStore } from '../../GuideListStore';

const audiences: { audience: Audience | null; name: string }[] = [
  { audience: null, name: '全部' },
  { audience: 'natural_person', name: '个人' },
  { audience: 'legal_person', name: '企业和单位' },
];

const nothingThere = '没有找到这一类事项';

const AudienceChoice = observer(({ store }: { store: GuideListStore }) => {
  if (!store.offersAudience) return null;
  return (
    <View className="section choices">
      {audiences.map(({ audience, name }) => (
        <Tappable
          key={name}
          className={store.audience === audience ? 'choice is-chosen' : 'choice'}
          label={name}
          isPressed={store.audience === audience}
          onPress={() => void store.choose(audience)}
        >
          {name}
        </Tappable>
      ))}
    </View>
  );
});

const OtherWays = ({ title, body }: { title: string; body: string }) => (
  <ResultPanel icon="file-text" title={title} body={body}>
    <LinkTo to={paths.serviceGuides} label="全部主题和部门" className="text-link">
      全部主题和部门
    </LinkTo>
  </ResultPanel>
);

const Guides = observer(({ store }: { store: GuideListStore }) => {
  const { site } = useStores();
  const { by, value, group, list } = store;
  const isUnknown = group === null && list.state.status === 'ready' && list.state.value.items.length === 0;
  const name = group?.name ?? (isUnknown ? nothingThere : '办事指南');
  const isBrowser = process.env.TARO_ENV === 'h5';
  useEffect(() => {
    void store.load();
    void site.refreshQuietly();
  }, [store, site]);
  useReachBottom(() => void list.loadMore());
  useShareAppMessage(() => ({ title: `${name}：办事指南`, path: paths.guideList(by, value) }));
  return (
    // The browser's title also tells the list of an office from the office.
    <Page title={isBrowser && group !== null ? `${name}：办事指南` : name} barTitle={name}>
      {/* A place of its own: Taro sends all children of a node again, here every row, when one of them comes or goes. */}
      <View>
        {by === 'officeCode' && group !== null ? (
          <View className="section">
            <LinkTo to={paths.office(value)} label="地址、开放时间和窗口" className="row has-chevron is-last">
              <View className="row-name">地址、开放时间和窗口</View>
            </LinkTo>
          </View>
        ) : null}
        <AudienceChoice store={store} />
      </View>
      <PagedList
        store={list}
        count={(label) => `共 ${label} 项`}
        row={(guide) => <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={guideNote(guide)} />}
        empty={
          group === null ? (
            <OtherWays title={nothingThere} body="链接可能已经失效，请从全部主题和部门里找。" />
          ) : (
            <OtherWays title="这里还没有办事指南" body={store.audience === null ? '请换一个主题或部门再看。' : '请选“全部”，或换一个主题、部门再看。'} />
          )
        }
        onRetry={() => void store.load()}
      />
      {/* A place of its own: see above. */}
      <View>{by === 'officeCode' || group === null ? null : <FollowGroup by={by} value={value} />}</View>
    </Page>
  );
});

const GuideListPage = () => {
  const stores = useStores();
  const { by, value } = useRouter().params;
  const [store] = useState(() => (isGroupBy(by) ? new GuideListStore(by, pageParameter(value), stores) : null));
  if (store !== null) return <Guides store={store} />;
  return (
    <Page title={nothingThere}>
      <OtherWays title={nothingThere} body="链接可能已经失效，请从全部主题和部门里找。" />
    </Page>
  );
};

export default GuideListPage;
