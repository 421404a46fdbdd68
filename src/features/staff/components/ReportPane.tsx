import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import { Heading } from '../../../components/Heading';
import type { ReportsStore } from '../ReportsStore';
import { subjectOf } from '../staffLabels';
import { ReportDetail } from './ReportDetail';

/**
 * The chosen report beside the list, in a wide browser window. The keyboard goes along: to the pane when a report is
 * chosen, and it stays there when the report is dealt with, instead of beginning again at the top of the page.
 */
export const ReportPane = observer(({ store }: { store: ReportsStore }) => {
  const pane = useRef<HTMLElement>(null);
  const { openReport, openId } = store;
  useEffect(() => {
    if (openId === null && store.closedNumber === null) return;
    pane.current?.focus({ preventScroll: true });
    pane.current?.scrollTo(0, 0);
  }, [openId, store]);
  return (
    <section ref={pane} className="section pane" aria-label="选中的反馈" tabIndex={0}>
      {openReport === null ? (
        <div className="hint">在列表里选一条反馈，内容显示在这里。</div>
      ) : (
        <>
          <Heading level={2}>{subjectOf(openReport)}</Heading>
          <div className="hint">{openReport.referenceNumber}</div>
          <ReportDetail report={openReport} store={store} />
        </>
      )}
    </section>
  );
});
