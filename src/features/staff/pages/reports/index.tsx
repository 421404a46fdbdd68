import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import { staffApi } from '../../../../api/staffApi';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { ReportRow } from '../../components/ReportRow';
import { StaffOnly } from '../../components/StaffOnly';
import { ReportsStore } from '../../ReportsStore';

const statuses = [
  { id: 'open', name: '待处理' },
  { id: 'closed', name: '已处理' },
] as const;

const Reports = observer(() => {
  const { client } = useStores();
  const [store] = useState(() => new ReportsStore(staffApi(client)));
  useEffect(() => store.load(), [store]);
  useReachBottom(() => void store.list.loadMore());
  return (
    <>
      <View className="section choices">
        {statuses.map(({ id, name }) => (
          <Tappable key={id} className={store.status === id ? 'choice is-chosen' : 'choice'} label={name} isPressed={store.status === id} onPress={() => store.show(id)}>
            {name}
          </Tappable>
        ))}
      </View>
      <PagedList
        store={store.list}
        count={(label) => `共 ${label} 条，${store.status === 'open' ? '等得最久的在前' : '最近处理的在前'}`}
        row={(report) => <ReportRow key={report.id} report={report} store={store} />}
        empty={<ResultPanel icon="circle-check" title={store.status === 'open' ? '没有待处理的反馈' : '还没有处理过的反馈'} />}
        onRetry={store.load}
      />
    </>
  );
});

const ReportsPage = observer(() => (
  <Page title="群众的反馈">
    <StaffOnly path={paths.staffReports}>
      <Reports />
    </StaffOnly>
  </Page>
));

export default ReportsPage;
