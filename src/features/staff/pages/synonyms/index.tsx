import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { StaffSynonym, SynonymKind } from '../../../../../server/contract/synonyms';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { LinkTo } from '../../../../components/LinkTo';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { pageParameter } from '../../../../platform/pageParameter';
import { useStores } from '../../../../stores/StoreContext';
import { Failure } from '../../components/Failure';
import { StaffOnly } from '../../components/StaffOnly';
import { SynonymEditor } from '../../synonyms/SynonymEditor';
import { synonymsApi } from '../../synonyms/synonymsApi';
import { SynonymsStore } from '../../synonyms/SynonymsStore';

const kindLabels: Record<SynonymKind, string> = { built_in: '系统自带', changed: '自带的，已改', switched_off: '自带的，已停用', own: '本地增加' };

const Row = observer(({ entry, store }: { entry: StaffSynonym; store: SynonymsStore }) => {
  const isOpen = store.openPhrase === entry.phrase;
  const meaning = entry.officialTerms.length === 0 ? '不再当作别的名称' : `也叫 ${entry.officialTerms.join('、')}`;
  return (
    <ListItem>
      <Tappable className={`row has-chevron ${isOpen ? 'is-open' : ''}`} label={`${entry.phrase}，${meaning}，${kindLabels[entry.kind]}`} isExpanded={isOpen} onPress={() => store.toggle(entry)}>
        <View className="row-name">{entry.phrase}</View>
        <View className="hint">{`${meaning} · ${kindLabels[entry.kind]}`}</View>
      </Tappable>
      {isOpen ? <SynonymEditor store={store} entry={entry} /> : null}
    </ListItem>
  );
});

const Trial = observer(({ store }: { store: SynonymsStore }) => {
  const { trial } = store;
  return (
    <View className="section">
      <Heading level={2}>试一试</Heading>
      <TextField label="群众会怎么搜" value={store.question} onInput={store.typeQuestion} onSubmit={() => void store.try()} maxLength={100} anchor="synonym-question" />
      <ActionButton look="secondary" label={store.isTrying ? '正在查找' : '看看能搜到什么'} isBusy={store.isTrying} onPress={() => void store.try()} />
      <Failure error={store.trialFailure} />
      {trial === null ? null : (
        <View {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
          <View className="hint">{trial.found.length === 0 ? '什么也没有搜到' : trial.isNear ? '没有对得上的，群众只会看到这些相近的：' : '群众会看到：'}</View>
          <List>
            {trial.found.map(({ guideId, name, reason }) => (
              <ListItem key={guideId}>
                <LinkTo to={paths.guide(guideId)} label={name} className="row has-chevron">
                  <View className="row-name">{name}</View>
                  <View className="hint">{reason}</View>
                </LinkTo>
              </ListItem>
            ))}
          </List>
        </View>
      )}
    </View>
  );
});

const Synonyms = observer(() => {
  const { client } = useStores();
  const phrase = pageParameter(useRouter().params['phrase']);
  const [store] = useState(() => new SynonymsStore(synonymsApi(client)));
  useEffect(() => {
    store.load();
    if (phrase !== '') void store.startAdding(phrase);
  }, [store, phrase]);
  return (
    <>
      <View className="section">
        <View className="hint">群众这样说，就当作指南里的正式名称去找。改动两秒内生效。</View>
        {store.done === null ? null : (
          <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
            {store.done}
          </View>
        )}
        {store.isAdding ? <SynonymEditor store={store} entry={null} /> : <ActionButton look="secondary" label="增加说法" onPress={() => void store.startAdding()} />}
      </View>
      <Trial store={store} />
      <View className="section">
        <Heading level={2}>已有的说法</Heading>
        <TextField label="找一条说法" kind="search" value={store.search} onInput={store.typeSearch} onSubmit={store.load} maxLength={50} anchor="synonym-search" />
        <ActionButton look="secondary" label="查找" onPress={store.load} />
      </View>
      <PagedList
        store={store.list}
        count={(label) => `共 ${label} 条，本地改过的在前`}
        row={(entry) => <Row key={entry.phrase} entry={entry} store={store} />}
        empty={<ResultPanel icon="search" title="没有这样的说法" body="可以换几个字再找，或者增加一条。" />}
        onRetry={store.load}
      />
    </>
  );
});

const SynonymsPage = observer(() => (
  <Page title="群众说法">
    <StaffOnly path={paths.staffSynonyms}>
      <Synonyms />
    </StaffOnly>
  </Page>
));

export default SynonymsPage;
