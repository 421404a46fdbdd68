import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { staffApi } from '../../../../api/staffApi';
import { Notice } from '../../../../components/Notice';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { ReportPane } from '../../components/ReportPane';
import { ReportRow } from '../../components/ReportRow';
import { StaffOnly } from '../../components/StaffOnly';
import { ReportsStore } from '../../ReportsStore';
import { useIsWide } from '../../useIsWide';

const statuses = [
  { id: 'open', name: '待处理' },
  { id: 'closed', name: '已处理' },
] as const;

const Status = observer(({ store }: { store: ReportsStore }) => (
  <View className="section">
    <View className="choices">
      {statuses.map(({ id, name }) => (
        <Tappable key={id} className={store.status === id ? 'choice is-chosen' : 'choice'} label={name} isPressed={store.status === id} onPress={() => store.show(id)}>
          {name}
        </Tappable>
      ))}
    </View>
    {store.closedNumber === null ? null : <Notice text={`${store.closedNumber} 已处理完毕。`} isFailure={false} />}
  </View>
));

/** The list; in a wide window with the chosen report beside it, otherwise unfolding below its row. */
const Reports = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new ReportsStore(staffApi(client)));
  useEffect(() => store.load(), [store]);
  useReachBottom(() => void store.list.loadMore());
  const isWide = useIsWide();
  const list = (
    <PagedList
      store={store.list}
      count={(label) => `共 ${label} 条，${store.status === 'open' ? '等得最久的在前' : '最近处理的在前'}`}
      row={(report) => <ReportRow key={report.id} report={report} store={store} isBesidePane={isWide} />}
      empty={<ResultPanel icon="circle-check" title={store.status === 'open' ? '没有待处理的反馈' : '还没有处理过的反馈'} />}
      onRetry={store.load}
    />
  );
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <>
        <Status store={store} />
        {list}
      </>
    );
  }
  const hasPane = isWide && store.hasRows;
  return (
    <>
      <Status store={store} />
      <div className={hasPane ? 'panes' : ''}>
        <div className="pane-list">{list}</div>
        {hasPane ? <ReportPane store={store} /> : null}
      </div>
    </>
  );
});

const ReportsPage = observer(() => (
  <Page title="群众的反馈" isWide>
    <StaffOnly path={paths.staffReports}>
      <Reports />
    </StaffOnly>
  </Page>
));

export default ReportsPage;
