import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { LinkTo } from '../../../../components/LinkTo';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { VersionRow } from '../../components/VersionRow';
import { VersionsStore } from '../../VersionsStore';
import './index.scss';

const Content = observer(({ store }: { store: VersionsStore }) => {
  const { state } = store.list;
  if (state.status === 'failed' && state.error.code === 'guide_not_found') {
    const { title, nextAction } = errorText(state.error);
    return (
      <ResultPanel icon="file-text" title={title} body={nextAction}>
        <LinkTo to={paths.search} label="重新查找" className="text-link">
          重新查找
        </LinkTo>
      </ResultPanel>
    );
  }
  const newest = state.status === 'ready' ? state.value.items[0]?.version : undefined;
  return (
    <PagedList
      store={store.list}
      count={(label) => `共 ${label} 版，最近的在最前面`}
      row={(version) => <VersionRow key={version.version} version={version} isOpenAtFirst={version.version === newest} />}
      empty={<ResultPanel icon="history" title="还没有修改记录" body="这份指南发布以后没有改过。" />}
      onRetry={() => void store.load()}
    />
  );
});

const Versions = observer(() => {
  const stores = useStores();
  const { guideId = '' } = useRouter().params;
  const [store] = useState(() => new VersionsStore(guideId, stores));
  useEffect(() => {
    void store.load().then(stores.site.refreshQuietly);
  }, [store, stores.site]);
  useReachBottom(() => void store.list.loadMore());

  return (
    <Page title={process.env.TARO_ENV === 'h5' && store.name !== null ? `${store.name}改了什么` : '改了什么'} barTitle="改了什么">
      {store.name === null ? null : (
        <View className="section">
          <View className="is-strong">{store.name}</View>
          <LinkTo to={paths.guide(guideId)} label="看现在的指南" className="text-link">
            看现在的指南
          </LinkTo>
        </View>
      )}
      <Content store={store} />
    </Page>
  );
});

export default Versions;
