import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Audience } from '../../../server/contract/serviceGuides';
import { GuideRow } from '../../components/GuideRow';
import { Icon } from '../../components/Icon';
import { LinkTo } from '../../components/LinkTo';
import { Page } from '../../components/Page';
import { PagedList } from '../../components/PagedList';
import { ResultPanel } from '../../components/ResultPanel';
import { Select } from '../../components/Select';
import { Tappable } from '../../components/Tappable';
import { paths } from '../../paths';
import { useStores } from '../../stores/StoreContext';
import { guideNote } from '../../text/serviceGuideLabels';

const audiences: { audience: Audience | null; name: string }[] = [
  { audience: null, name: '全部' },
  { audience: 'natural_person', name: '个人办事' },
  { audience: 'legal_person', name: '法人办事' },
];

const Filter = observer(() => {
  const { guideBrowser } = useStores();
  const choose = (filter: { audience?: Audience | null; departmentId?: string | null }) => {
    guideBrowser.choose(filter);
    void guideBrowser.load();
  };
  return (
    <View className="section">
      <LinkTo to={paths.search} label="搜索办事指南" className="search-entrance">
        <Icon name="search" />
        <View>搜索事项名称</View>
      </LinkTo>
      <View className="choices is-below">
        {audiences.map(({ audience, name }) => (
          <Tappable
            key={name}
            className={guideBrowser.audience === audience ? 'choice is-chosen' : 'choice'}
            label={name}
            isPressed={guideBrowser.audience === audience}
            onPress={() => choose({ audience })}
          >
            {name}
          </Tappable>
        ))}
      </View>
      {guideBrowser.departments.length === 0 ? null : (
        <Select
          label="选择部门"
          options={guideBrowser.departmentOptions}
          chosenId={guideBrowser.departmentId ?? ''}
          onChoose={(id) => choose({ departmentId: id === '' ? null : id })}
        />
      )}
    </View>
  );
});

const ServiceGuides = observer(() => {
  const { guideBrowser, site } = useStores();
  // The home page may have chosen another filter since.
  useDidShow(() => void guideBrowser.loadIfChanged());
  useReachBottom(() => void guideBrowser.list.loadMore());
  useShareAppMessage(() => ({ title: `${site.site?.name ?? '政务服务'}：办事指南`, path: paths.serviceGuides }));
  return (
    <Page title="办事指南" tab={paths.serviceGuides}>
      <Filter />
      <PagedList
        store={guideBrowser.list}
        count={(label) => `共 ${label} 项`}
        row={(guide) => <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={guideNote(guide)} />}
        empty={<ResultPanel icon="file-text" title="这里还没有办事指南" body="请换一个部门或对象再看。" />}
        onRetry={() => void guideBrowser.load()}
      />
    </Page>
  );
});

export default ServiceGuides;
