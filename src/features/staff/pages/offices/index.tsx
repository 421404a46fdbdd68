import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffOffice } from '../../../../../server/contract/staffOffices';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { List, ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { FailurePanel } from '../../../../components/ResultPanel';
import { SkeletonRows } from '../../../../components/SkeletonRows';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { ListWithDetail } from '../../components/ListWithDetail';
import { StaffOnly } from '../../components/StaffOnly';
import { OfficeEditor } from '../../offices/OfficeEditor';
import { officesApi } from '../../offices/officesApi';
import { OfficesStore } from '../../offices/OfficesStore';
import { useLoadedStore } from '../../useLoad';

const Row = observer(({ office, store, isBesidePane }: { office: StaffOffice; store: OfficesStore; isBesidePane: boolean }) => {
  const { code, name, windows, guideCount } = office;
  const isOpen = store.openCode === code;
  const about = `${code} · ${windows.length} 个窗口 · ${guideCount} 份指南`;
  return (
    <ListItem>
      <Tappable
        className={`row has-chevron ${isOpen ? (isBesidePane ? 'is-current' : 'is-open') : ''}`}
        label={`${name}，${about}`}
        {...(isBesidePane ? { isPressed: isOpen } : { isExpanded: isOpen })}
        onPress={() => store.toggle(code)}
      >
        <View className="row-name">{name}</View>
        <View className="hint">{about}</View>
      </Tappable>
      {isOpen && !isBesidePane ? <OfficeEditor store={store} /> : null}
    </ListItem>
  );
});

const Offices = observer(() => {
  const { client } = useStores();
  const store = useLoadedStore(() => new OfficesStore(officesApi(client)));
  const { state } = store;
  if (state.status === 'failed') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
  if (state.status !== 'ready') {
    return (
      <View className="section">
        <SkeletonRows count={8} />
      </View>
    );
  }
  const isOpen = store.isNew || store.open !== null;
  return (
    <ListWithDetail
      detailLabel="选中的大厅"
      chosen={store.openCode}
      hint="在左边选一个大厅，内容显示在这里。"
      detail={
        isOpen ? (
          <>
            <Heading level={2}>{store.isNew ? '新的大厅' : (store.open?.name ?? '')}</Heading>
            <OfficeEditor store={store} />
          </>
        ) : null
      }
      list={(isWide) => (
        <View className="section">
          <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
            {store.done ?? (state.value.items.length === 0 ? '还没有大厅' : `共 ${state.value.items.length} 个大厅，按群众看到的先后`)}
          </View>
          <List>
            {state.value.items.map((office) => (
              <Row key={office.code} office={office} store={store} isBesidePane={isWide} />
            ))}
          </List>
          {store.isNew && !isWide ? <OfficeEditor store={store} /> : null}
          {state.value.allowedActions.includes('add') && !store.isNew ? <ActionButton look="secondary" label="增加大厅" onPress={store.startNew} /> : null}
        </View>
      )}
    />
  );
});

const OfficesPage = observer(() => (
  <Page title="大厅和窗口" isWide>
    <StaffOnly path={paths.staffOffices}>
      <Offices />
    </StaffOnly>
  </Page>
));

export default OfficesPage;
