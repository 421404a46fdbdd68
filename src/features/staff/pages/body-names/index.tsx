import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { BodyName } from '../../../../../server/contract/announcementDrafts';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { List, ListItem } from '../../../../components/List';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { announcementsApi } from '../../announcements/announcementsApi';
import { BodyNamesStore } from '../../announcements/BodyNamesStore';
import { NotReady } from '../../components/NotReady';
import { StaffOnly } from '../../components/StaffOnly';
import '../../announcements/announcements.scss';

const Form = observer(({ store }: { store: BodyNamesStore }) => (
  <View className="button-stack">
    <TextField label="错误或过时的说法" hint="例如 卫生计生委" value={store.wrong} maxLength={60} onInput={store.typeWrong} error={store.isIncomplete && store.wrong.trim().length < 2 ? '请至少写两个字。' : undefined} anchor="wrong-name" />
    <TextField label="正确的名称" hint="例如 卫生健康委员会" value={store.right} maxLength={60} onInput={store.typeRight} error={store.isIncomplete && store.right.trim().length < 2 ? '请至少写两个字。' : undefined} anchor="right-name" />
    {store.failure === null ? null : <Notice text={`${errorText(store.failure).title}，${errorText(store.failure).nextAction}`} isFailure />}
    <ActionButton label={store.isBusy ? '正在保存' : '保存'} isBusy={store.isBusy} onPress={() => void store.save()} />
    <ActionButton look="secondary" label="取消" onPress={store.cancel} />
  </View>
));

const NameRow = observer(({ name, store, mayEdit }: { name: BodyName; store: BodyNamesStore; mayEdit: boolean }) => (
  <ListItem>
    {store.editedId === name.id ? (
      <Form store={store} />
    ) : (
      <View className="row is-inline">
        <View className="row-name">
          {name.wrong} → {name.right}
        </View>
        {mayEdit ? (
          <View className="place-actions">
            <Tappable className="text-link" label={`改${name.wrong}`} onPress={() => store.edit(name)}>
              改
            </Tappable>
            <Tappable className="text-link" label={`删除${name.wrong}`} onPress={() => void store.remove(name.id)}>
              删除
            </Tappable>
          </View>
        ) : null}
      </View>
    )}
  </ListItem>
));

const BodyNames = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new BodyNamesStore(announcementsApi(client)));
  useEffect(() => {
    void store.load();
  }, [store]);
  const { state } = store;
  if (state.status !== 'ready') return <NotReady state={state} onRetry={() => void store.load()} />;
  const { items, mayEdit } = state.value;
  const isNew = store.editedId !== null && !items.some(({ id }) => id === store.editedId);
  return (
    <>
      <View className="section">
        <View className="hint">公告里出现左边的说法，检查时会提示改成右边的名称。</View>
        {mayEdit ? isNew ? <Form store={store} /> : <ActionButton look="secondary" label="加一条" onPress={() => store.edit(null)} /> : null}
      </View>
      {items.length === 0 ? (
        <ResultPanel icon="building-2" title="表里还没有内容" />
      ) : (
        <View className="section">
          <List>
            {items.map((name) => (
              <NameRow key={name.id} name={name} store={store} mayEdit={mayEdit} />
            ))}
          </List>
        </View>
      )}
    </>
  );
});

const BodyNamesPage = observer(() => (
  <Page title="机构名称表">
    <StaffOnly path={paths.bodyNames}>
      <BodyNames />
    </StaffOnly>
  </Page>
));

export default BodyNamesPage;
