import { ApiError } from '../../apiError';
import { CloseReportBody, ReportIdParams, StaffReport } from '../../contract/staff';
import { fingerprint, recordAudit } from '../../audit/recordAudit';
import { staffEndpoint } from '../../endpoint';
import { closeReportOnce } from '../../staff/closeReportOnce';
import { isInScope, reportScope } from '../../staff/reportPolicy';
import { staffActor } from '../../staff/staffActor';
import { presentReport } from './reportPresenter';
import { findReport } from './reportRepository';

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
  async ({ app, params, body, staff, request }) => {
    const report = await findReport(app.db, params.reportId);
    // Another department's report looks as if it were not there.
    if (report === undefined || !isInScope(await reportScope(app.db, staff), report.department_id)) throw new ApiError('report_not_found');
    const now = app.clock.now();
    const isClosedNow = await app.db.transaction().execute(async (tx) => {
      if (!(await closeReportOnce(tx, report.id, body, staff.staffId, now))) return false;
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'close_report',
        objectKind: 'feedback',
        objectId: report.id,
        before: { outcome: null },
        // The note is free text and may name people.
        after: { outcome: body.outcome, note: body.note === undefined ? null : fingerprint(app.encryption, body.note) },
        at: now,
      });
      return true;
    });
    if (!isClosedNow) {
      const isSame = report.closed_by === staff.staffId && report.outcome === body.outcome && report.outcome_note === (body.note ?? null);
      // The same call again, because its answer was lost.
      if (!isSame) throw new ApiError('report_closed');
    }
    const closed = await findReport(app.db, report.id);
    if (closed === undefined) throw new ApiError('report_not_found');
    return presentReport(closed, app.encryption);
  },
);
