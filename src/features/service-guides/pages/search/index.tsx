import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../../../components/ActionButton';
import { GuideRow } from '../../../../components/GuideRow';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { PhoneLink } from '../../../../components/PhoneLink';
import { ResultPanel } from '../../../../components/ResultPanel';
import { TextField } from '../../../../components/TextField';
import { useStores } from '../../../../stores/StoreContext';
import { guideNote } from '../../../../text/serviceGuideLabels';
import { SearchStore } from '../../SearchStore';
import './index.scss';

/** The contract's limit of a query. */
const longestQuery = 50;

/** The text being typed. In WeChat the field keeps it by itself: drawing every letter would cost a round trip each. */
const SearchForm = ({ initial, onSearch }: { initial: string; onSearch: (text: string) => void }) => {
  const [text, setText] = useState(initial);
  const typed = useRef(initial);
  const note = (value: string) => {
    typed.current = value;
    if (process.env.TARO_ENV === 'h5') setText(value);
  };
  return (
    <View className="section search-form">
      <TextField label="您要办什么" isLabelHidden kind="search" value={text} maxLength={longestQuery} hasFocus={initial === ''} onInput={note} onSubmit={() => onSearch(typed.current)} />
      <ActionButton label="搜索" onPress={() => onSearch(typed.current)} />
    </View>
  );
};

const AskSomebody = observer(() => {
  const { site } = useStores();
  if (site.site === null) return null;
  return (
    <View className="ask-somebody">
      <View className="paragraph">没有您要办的，可以打电话问：</View>
      <PhoneLink name={`${site.site.areaName}政务服务热线`} phone={site.site.hotline} />
    </View>
  );
});

const Search = observer(() => {
  const { guidesApi, site } = useStores();
  const { query = '' } = useRouter().params;
  const [initial] = useState(() => decodeURIComponent(query));
  const [store] = useState(() => new SearchStore(guidesApi, initial));
  useEffect(() => {
    void store.search(initial);
    void site.refreshQuietly();
  }, [store, site, initial]);
  useReachBottom(() => void store.results.loadMore());

  return (
    <Page title={store.asked === null ? '搜索办事指南' : `搜索“${store.asked}”`} barTitle="搜索办事指南">
      <SearchForm initial={initial} onSearch={(text) => void store.search(text)} />
      {store.asked === null ? <View className="section hint">输入事项名称中的字词，例如“身份证”“社保”“营业执照”。</View> : null}
      <PagedList
        store={store.results}
        count={(label) => `找到 ${label} 项`}
        row={(guide) => <GuideRow key={guide.id} guideId={guide.id} name={guide.name} note={guideNote(guide)} />}
        empty={
          <ResultPanel icon="search" title={`没有找到“${store.asked ?? ''}”`} body="请换个说法，或只输入其中两三个字再试。">
            <AskSomebody />
          </ResultPanel>
        }
        end={store.hasFewResults ? <AskSomebody /> : null}
        onRetry={() => void store.search(store.asked ?? '')}
      />
    </Page>
  );
});

export default Search;
