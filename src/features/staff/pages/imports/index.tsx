import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { GuideImport } from '../../../../../server/contract/guideImports';
import { ActionButton } from '../../../../components/ActionButton';
import { Heading } from '../../../../components/Heading';
import { ListItem } from '../../../../components/List';
import { Page } from '../../../../components/Page';
import { PagedList } from '../../../../components/PagedList';
import { ResultPanel } from '../../../../components/ResultPanel';
import { Tappable } from '../../../../components/Tappable';
import { paths } from '../../../../paths';
import { useStores } from '../../../../stores/StoreContext';
import { dateAndTime } from '../../../../text/dates';
import { Failure } from '../../components/Failure';
import { ListWithDetail } from '../../components/ListWithDetail';
import { StaffOnly } from '../../components/StaffOnly';
import { chooseFiles } from '../../files/chooseFiles';
import { ImportDetail } from '../../imports/ImportDetail';
import { countsOf, statusLabels } from '../../imports/importLabels';
import { importsApi } from '../../imports/importsApi';
import { ImportsStore } from '../../imports/ImportsStore';


const Row = observer(({ made, store, isBesidePane }: { made: GuideImport; store: ImportsStore; isBesidePane: boolean }) => {
  const { now } = useStores();
  const isOpen = store.open?.id === made.id;
  const about = [statusLabels[made.status], made.isOwn ? '您' : made.requestedBy, dateAndTime(made.requestedAt, now()), countsOf(made)].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <ListItem>
      <Tappable
        className={`row has-chevron ${isOpen ? (isBesidePane ? 'is-current' : 'is-open') : ''}`}
        label={`${made.fileName}，${about}`}
        {...(isBesidePane ? { isPressed: isOpen } : { isExpanded: isOpen })}
        onPress={() => store.toggle(made)}
      >
        <View className="row-name">{made.fileName}</View>
        <View className="hint">{about}</View>
      </Tappable>
      {isOpen && !isBesidePane ? <ImportDetail store={store} /> : null}
    </ListItem>
  );
});

const Imports = observer(() => {
  const { client, session } = useStores();
  const [store] = useState(() => new ImportsStore(importsApi(client, () => session.token)));
  useEffect(() => {
    store.load();
    return store.leave;
  }, [store]);
  return (
    <>
      <View className="section">
        <View className="paragraph">选一个表格，先看它会改动什么，确认后才写入。按实施编码对应：已有的修改，没有的新增，没变的不动。</View>
        {store.open === null ? <Failure error={store.failure} /> : null}
        <View className="button-stack">
          <ActionButton label={store.isBusy ? store.busyWith : '选择表格（.xlsx、.csv、.json）'} isBusy={store.isBusy} onPress={() => void store.start(async () => (await chooseFiles('guide_import', false))[0] ?? null)} />
          <ActionButton look="secondary" label="下载空白模板" isBusy={store.isBusy} onPress={() => void store.download('template')} />
          <ActionButton look="secondary" label="下载现有的全部事项" isBusy={store.isBusy} onPress={() => void store.download('current')} />
        </View>
      </View>
      <ListWithDetail
        detailLabel="选中的导入"
        chosen={store.open?.id ?? null}
        hint="在左边选一次导入，改动显示在这里。"
        detail={
          store.open === null ? null : (
            <>
              <Heading level={2}>{`${store.open.fileName}：${statusLabels[store.open.status]}`}</Heading>
              <ImportDetail store={store} />
            </>
          )
        }
        list={(isWide) => (
          <PagedList
            store={store.list}
            count={(label) => `共 ${label} 次导入，新的在前`}
            row={(made) => <Row key={made.id} made={store.open?.id === made.id ? store.open : made} store={store} isBesidePane={isWide} />}
            empty={<ResultPanel icon="search" title="还没有导入过" body="先下载模板或现有的事项，在表格里改好，再选择这个表格。" />}
            onRetry={store.load}
          />
        )}
      />
    </>
  );
});

const ImportsPage = observer(() => (
  <Page title="导入办事指南" isWide>
    <StaffOnly path={paths.staffImports}>
      <Imports />
    </StaffOnly>
  </Page>
));

export default ImportsPage;
