import { ApiError } from '../../apiError';
import { CloseReportBody, ReportIdParams, StaffReport } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { isInScope, reportScope } from '../../staff/reportPolicy';
import { presentReport } from './reportPresenter';
import { closeReportOnce, findReport } from './reportRepository';

export const closeReport = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/reports/:reportId/outcome',
    summary: '处理一条反馈：已改正、已说明或不适用',
    params: ReportIdParams,
    body: CloseReportBody,
    reply: StaffReport,
    errors: ['report_not_found', 'report_closed'],
  },
  async ({ app, params, body, staff }) => {
    const report = await findReport(app.db, params.reportId);
    // Another department's report looks as if it were not there.
    if (report === undefined || !isInScope(await reportScope(app.db, staff), report.department_id)) throw new ApiError('report_not_found');
    if (!(await closeReportOnce(app.db, report.id, body, staff.staffId, app.clock.now()))) {
      const isSame = report.closed_by === staff.staffId && report.outcome === body.outcome && report.outcome_note === (body.note ?? null);
      // The same call again, because its answer was lost.
      if (!isSame) throw new ApiError('report_closed');
    }
    const closed = await findReport(app.db, report.id);
    if (closed === undefined) throw new ApiError('report_not_found');
    return presentReport(closed, app.encryption);
  },
);
