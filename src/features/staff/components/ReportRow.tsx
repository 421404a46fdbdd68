import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffReport } from '../../../../server/contract/staff';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { ChoiceGroup } from '../../../components/ChoiceGroup';
import { Disclosure } from '../../../components/Disclosure';
import { LinkTo } from '../../../components/LinkTo';
import { ListItem } from '../../../components/List';
import { SummaryList } from '../../../components/SummaryList';
import { TextArea } from '../../../components/TextArea';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { dateAndTime } from '../../../text/dates';
import type { ReportsStore } from '../ReportsStore';
import { outcomeLabel, outcomes, subjectOf } from '../staffLabels';

const longestNote = 500;

const Closing = observer(({ store }: { store: ReportsStore }) => (
  <View className="button-stack">
    <ChoiceGroup
      label="怎么处理的"
      options={outcomes}
      chosenId={store.outcome}
      onChoose={store.choose}
      error={store.isOutcomeMissing ? '请选一项。' : undefined}
      anchor="report-outcome"
    />
    <TextArea label="说明（选填）" value={store.note} onInput={store.typeNote} maxLength={longestNote} anchor="report-note" />
    {store.failure === null ? null : (
      <View className="field-error">
        {errorText(store.failure).title}，{errorText(store.failure).nextAction}
      </View>
    )}
    <ActionButton label={store.isBusy ? '正在提交' : '处理完毕'} isBusy={store.isBusy} onPress={() => void store.close()} />
  </View>
));

const Detail = ({ report, store }: { report: StaffReport; store: ReportsStore }) => {
  const { now } = useStores();
  return (
    <>
      <View className="paragraph">{report.description}</View>
      {report.guide === null ? null : (
        <LinkTo to={paths.guide(report.guide.id)} label={`打开${report.guide.name}`} className="text-link">
          打开这份指南
        </LinkTo>
      )}
      <SummaryList
        layout="rows"
        items={[
          { term: '编号', value: report.referenceNumber },
          ...(report.department === null ? [] : [{ term: '部门', value: report.department.name }]),
          ...(report.guideVersion === null ? [] : [{ term: '当时看的', value: `第 ${report.guideVersion} 版` }]),
          { term: '联系电话', value: report.maskedContactPhone ?? '没有留' },
          ...(report.outcome === null || report.closedAt === null
            ? []
            : [{ term: '处理结果', value: outcomeLabel(report.outcome), note: [report.outcomeNote, dateAndTime(report.closedAt, now())].filter((part) => part !== null).join(' · ') }]),
        ]}
      />
      {report.allowedActions.includes('close') ? <Closing store={store} /> : null}
    </>
  );
};

/** One report: what it is about, and opened, what it says and what can be done. */
export const ReportRow = observer(({ report, store }: { report: StaffReport; store: ReportsStore }) => {
  const { now } = useStores();
  const isOpen = store.openId === report.id;
  return (
    <ListItem>
      <Disclosure title={subjectOf(report)} note={dateAndTime(report.receivedAt, now())} isOpen={isOpen} onToggle={() => store.toggle(report.id)}>
        {isOpen ? <Detail report={report} store={store} /> : null}
      </Disclosure>
    </ListItem>
  );
});
