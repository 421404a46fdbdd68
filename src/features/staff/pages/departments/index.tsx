import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffDepartment } from '../../../../../server/contract/staffDepartments';
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
import { DepartmentDetail } from '../../departments/DepartmentDetail';
import { departmentsApi } from '../../departments/departmentsApi';
import { DepartmentsStore } from '../../departments/DepartmentsStore';
import { useLoadedStore } from '../../useLoad';

const Row = observer(({ department, store, isBesidePane }: { department: StaffDepartment; store: DepartmentsStore; isBesidePane: boolean }) => {
  const { id, name, level, guideCount, memberCount } = department;
  const isOpen = store.openId === id;
  const counts = `${guideCount} 份指南，${memberCount} 名工作人员`;
  return (
    <ListItem>
      <Tappable
        className={`row has-chevron ${isOpen ? (isBesidePane ? 'is-current' : 'is-open') : ''}`}
        label={`第 ${level + 1} 层，${name}，${counts}`}
        {...(isBesidePane ? { isPressed: isOpen } : { isExpanded: isOpen })}
        onPress={() => store.toggle(id)}
      >
        <View className="row-name">{`${'　'.repeat(level)}${level > 0 ? '└ ' : ''}${name}`}</View>
        <View className="hint">{`${'　'.repeat(level)}${counts}`}</View>
      </Tappable>
      {isOpen && !isBesidePane ? <DepartmentDetail store={store} /> : null}
    </ListItem>
  );
});

const Departments = observer(() => {
  const { client } = useStores();
  const store = useLoadedStore(() => new DepartmentsStore(departmentsApi(client)));
  const { state, open } = store;
  if (state.status === 'failed') return <FailurePanel error={state.error} onRetry={() => void store.load()} />;
  if (state.status !== 'ready') {
    return (
      <View className="section">
        <SkeletonRows count={8} />
      </View>
    );
  }
  return (
    <ListWithDetail
      detailLabel="选中的部门"
      chosen={store.openId}
      hint="在左边选一个部门，再选要做什么。"
      detail={
        open === null ? null : (
          <>
            <Heading level={2}>{open.name}</Heading>
            <DepartmentDetail store={store} />
          </>
        )
      }
      list={(isWide) => (
        <View className="section">
          <View className="hint" {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : {})}>
            {store.done ?? `您负责的部门和下级部门，共 ${state.value.length} 个`}
          </View>
          <List>
            {state.value.map((department) => (
              <Row key={department.id} department={department} store={store} isBesidePane={isWide} />
            ))}
          </List>
        </View>
      )}
    />
  );
});

const DepartmentsPage = observer(() => (
  <Page title="部门" isWide>
    <StaffOnly path={paths.staffDepartments}>
      <Departments />
    </StaffOnly>
  </Page>
));

export default DepartmentsPage;
