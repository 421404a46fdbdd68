import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { errorText } from '../../../../api/errorMessages';
import { ActionButton } from '../../../../components/ActionButton';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { TextField } from '../../../../components/TextField';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateInChina } from '../../../../text/dates';
import { auditApi } from '../../audit/auditApi';
import { AuditRow } from '../../audit/AuditRow';
import { AuditStore } from '../../audit/AuditStore';
import { DateField } from '../../components/DateField';
import { SelectField } from '../../components/SelectField';
import { StaffOnly } from '../../components/StaffOnly';
import { useConfirmations } from '../../confirmation/ConfirmationContext';
import '../../filters.scss';

/** Browsers save what a link with a name leads to. */
const saveAs = (name: string) => (file: Blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

const Export = observer(({ store }: { store: AuditStore }) => {
  const { session, now } = useStores();
  const { withConfirmation } = useConfirmations();
  if (process.env.TARO_ENV !== 'h5') return <View className="hint">要导出成表格，请在电脑上打开工作台。</View>;
  const text = store.failure === null ? null : errorText(store.failure);
  return (
    <>
      <ActionButton
        look="secondary"
        label={store.isExporting ? '正在导出' : '导出成表格'}
        isBusy={store.isExporting}
        onPress={() => void store.exportTable(session.token, withConfirmation, saveAs(`操作记录-${dateInChina(now())}.csv`))}
      />
      <View className="hint">按上面的条件导出，最多 5 万条。要由您本人确认，导出本身也记入操作记录。</View>
      {text === null ? null : <Notice text={`${text.title}，${text.nextAction}`} isFailure />}
    </>
  );
});

const Filters = observer(({ store }: { store: AuditStore }) => {
  const { typed, words } = store;
  return (
    <View className="section button-stack">
      <View className="staff-filters">
        <DateField label="从哪天起" value={typed.from} onChange={(day) => store.type('from', day)} />
        <DateField label="到哪天为止" value={typed.to} onChange={(day) => store.type('to', day)} />
        <TextField label="谁做的（姓名）" value={typed.actorName} onInput={(value) => store.type('actorName', value)} onSubmit={store.load} maxLength={50} />
        <SelectField label="做了什么" options={words.actions} chosenId={typed.action} onChoose={(id) => store.type('action', id ?? '')} none="全部" />
        <SelectField label="对什么" options={words.objectKinds} chosenId={typed.objectKind} onChoose={(id) => store.type('objectKind', id ?? '')} none="全部" />
        <TextField label="对象编号" value={typed.objectId} onInput={(value) => store.type('objectId', value)} onSubmit={store.load} maxLength={100} />
      </View>
      <ActionButton label="查找" onPress={store.load} />
      <Export store={store} />
    </View>
  );
});

const Audit = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new AuditStore(auditApi(client)));
  useEffect(() => store.load(), [store]);
  useReachBottom(() => void store.list.loadMore());
  return (
    <>
      <Filters store={store} />
      <PagedList
        store={store.list}
        count={(label) => `共 ${label} 条，新的在前`}
        row={(record) => <AuditRow key={record.id} record={record} store={store} />}
        empty={<ResultPanel icon="search" title="没有符合条件的记录" body="请换个条件再找。" />}
        onRetry={store.load}
      />
    </>
  );
});

const AuditPage = observer(() => (
  <Page title="操作记录" isWide>
    <StaffOnly path={paths.staffAudit}>
      <Audit />
    </StaffOnly>
  </Page>
));

export default AuditPage;
