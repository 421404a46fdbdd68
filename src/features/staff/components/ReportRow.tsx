import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { StaffReport } from '../../../../server/contract/staff';
import { ListItem } from '../../../components/List';
import { Tappable } from '../../../components/Tappable';
import { useStores } from '../../../stores/StoreContext';
import { dateWithWeekday } from '../../../text/dates';
import type { ReportsStore } from '../ReportsStore';
import { subjectOf } from '../staffLabels';
import { ReportDetail } from './ReportDetail';

interface ReportRowProps {
  report: StaffReport;
  store: ReportsStore;
  /** The detail stands in the pane beside the list; otherwise it unfolds below the row. */
  isBesidePane: boolean;
}

/** One report: what it is about, its number and the day it came. */
export const ReportRow = observer(({ report, store, isBesidePane }: ReportRowProps) => {
  const { now } = useStores();
  const isOpen = store.openId === report.id;
  const subject = subjectOf(report);
  const origin = `${report.referenceNumber} · ${dateWithWeekday(report.receivedAt, now())}`;
  return (
    <ListItem>
      <Tappable
        className={`row has-chevron ${isOpen ? (isBesidePane ? 'is-current' : 'is-open') : ''}`}
        label={`${subject}，${origin}`}
        {...(isBesidePane ? { isPressed: isOpen } : { isExpanded: isOpen })}
        onPress={() => store.toggle(report.id)}
      >
        <View className="row-name">{subject}</View>
        <View className="hint">{origin}</View>
      </Tappable>
      {isOpen && !isBesidePane ? (
        <View className="disclosure-content">
          <ReportDetail report={report} store={store} />
        </View>
      ) : null}
    </ListItem>
  );
});
