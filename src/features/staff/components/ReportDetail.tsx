import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffReport } from '../../../../server/contract/staff';
import { errorText } from '../../../api/errorMessages';
import { ActionButton } from '../../../components/ActionButton';
import { ChoiceGroup } from '../../../components/ChoiceGroup';
import { LinkTo } from '../../../components/LinkTo';
import { SummaryList } from '../../../components/SummaryList';
import { TextArea } from '../../../components/TextArea';
import { paths } from '../../../paths';
import { useStores } from '../../../stores/StoreContext';
import { dateAndTime } from '../../../text/dates';
import type { ReportsStore } from '../ReportsStore';
import { outcomeLabel, outcomes } from '../staffLabels';
import { ReportContact } from './ReportContact';

const longestNote = 500;

/** Why closing was refused; a report that somebody else dealt with is got rid of by asking for the list again. */
const Failure = observer(({ store }: { store: ReportsStore }) => {
  const { failure } = store;
  if (failure === null) return null;
  const { title, nextAction } = errorText(failure);
  const isGone = failure.code === 'report_closed' || failure.code === 'report_not_found';
  return (
    <>
      <View className="field-error">
        {title}，{nextAction}
      </View>
      {isGone ? <ActionButton look="secondary" label="刷新列表" onPress={() => store.show(store.status)} /> : null}
    </>
  );
});

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
    <Failure store={store} />
    <ActionButton label={store.isBusy ? '正在提交' : '处理完毕'} isBusy={store.isBusy} onPress={() => void store.close()} />
  </View>
));

/** What a report says, and what can be done about it. */
export const ReportDetail = observer(({ report, store }: { report: StaffReport; store: ReportsStore }) => {
  const { now } = useStores();
  return (
    <>
      <View className="paragraph">{report.description}</View>
      {report.guide === null ? null : (
        <LinkTo to={paths.guide(report.guide.id)} label={`打开${report.guide.name}`} className="text-link">
          打开这份指南
        </LinkTo>
      )}
      {report.guide === null || report.closedAt !== null ? null : (
        <LinkTo to={paths.editGuide(report.guide.id, report.id)} label={`修改${report.guide.name}`} className="text-link">
          修改这份指南
        </LinkTo>
      )}
      <SummaryList
        layout="rows"
        items={[
          { term: '收到时间', value: dateAndTime(report.receivedAt, now()) },
          ...(report.department === null ? [] : [{ term: '部门', value: report.department.name }]),
          ...(report.guideVersion === null ? [] : [{ term: '当时看的', value: `第 ${report.guideVersion} 版` }]),
          { term: '联系电话', value: store.contactPhone ?? report.maskedContactPhone ?? '没有留' },
          ...(report.outcome === null || report.closedAt === null
            ? []
            : [{ term: '处理结果', value: outcomeLabel(report.outcome), note: [report.outcomeNote, dateAndTime(report.closedAt, now())].filter((part) => part !== null).join(' · ') }]),
        ]}
      />
      {report.allowedActions.includes('read_contact') ? <ReportContact key={report.id} store={store} /> : null}
      {report.allowedActions.includes('close') ? <Closing store={store} /> : null}
    </>
  );
});
