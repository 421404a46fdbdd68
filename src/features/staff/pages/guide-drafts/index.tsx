import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { Disclosure } from '../../../../components/Disclosure';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { StaffOnly } from '../../components/StaffOnly';
import { DraftRow } from '../../guides/components/DraftRow';
import { NewGuide } from '../../guides/components/NewGuide';
import { StaffGuideRow } from '../../guides/components/StaffGuideRow';
import { DraftListsStore } from '../../guides/DraftListsStore';
import { guideDraftsApi } from '../../guides/guideDraftsApi';
import { draftLists, emptyLists } from '../../guides/guideDraftLabels';

const longestName = 100;

const WhichList = observer(({ store }: { store: DraftListsStore }) => (
  <View className="section">
    <View className="choices">
      {draftLists.map(({ id, name }) => (
        <Tappable key={id} className={store.shown === id ? 'choice is-chosen' : 'choice'} label={name} isPressed={store.shown === id} onPress={() => store.show(id)}>
          {name}
        </Tappable>
      ))}
    </View>
    {store.shown === 'guides' ? <TextField label="名称或编码里的字" kind="search" value={store.name} maxLength={longestName} onInput={store.typeName} onSubmit={store.load} /> : null}
  </View>
));

const Lists = observer(() => {
  const { client } = useStores();
  const [api] = useState(() => guideDraftsApi(client));
  const [store] = useState(() => new DraftListsStore(api));
  const [isNewOpen, setIsNewOpen] = useState(false);
  const [wasShown, setWasShown] = useState(false);
  useEffect(() => store.load(), [store]);
  // Back from a draft, its status may be another.
  useDidShow(() => {
    if (wasShown && store.shown !== 'guides') store.load();
    setWasShown(true);
  });
  useReachBottom(store.loadMore);
  const empty = <ResultPanel icon="circle-check" title={emptyLists[store.shown]} />;
  return (
    <>
      <WhichList store={store} />
      {store.shown === 'guides' ? (
        <PagedList store={store.guides} count={(label) => `共 ${label} 份，点一份开始修改`} row={(guide) => <StaffGuideRow key={guide.id} guide={guide} />} empty={empty} onRetry={store.load} />
      ) : (
        <PagedList store={store.drafts} count={(label) => `共 ${label} 份，最近动过的在前`} row={(draft) => <DraftRow key={draft.id} draft={draft} />} empty={empty} onRetry={store.load} />
      )}
      <View className="section sections">
        <Disclosure title="新写一份指南" isOpen={isNewOpen} onToggle={() => setIsNewOpen(!isNewOpen)}>
          <NewGuide api={api} />
        </Disclosure>
      </View>
    </>
  );
});

const GuideDraftsPage = observer(() => (
  <Page title="编写办事指南">
    <StaffOnly path={paths.guideDrafts}>
      <Lists />
    </StaffOnly>
  </Page>
));

export default GuideDraftsPage;
