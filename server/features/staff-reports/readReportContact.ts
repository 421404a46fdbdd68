import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { ReadContactBody, ReportContact, ReportIdParams } from '../../contract/staff';
import { staffEndpoint } from '../../endpoint';
import { isInScope, reportScope } from '../../staff/reportPolicy';
import { staffActor } from '../../staff/staffActor';
import { contactPhoneContext } from './reportPresenter';
import { findReport } from './reportRepository';

/** Every reading is on record before the number leaves, the repeated ones as well: each time it was given out. */
export const readReportContact = staffEndpoint(
  {
    method: 'POST',
    url: '/staff/reports/:reportId/contact',
    summary: '查看留言人的完整电话：说明用途，本人确认，记入操作记录',
    params: ReportIdParams,
    body: ReadContactBody,
    reply: ReportContact,
    errors: ['report_not_found'],
    confirmation: 'unmask_personal_data',
  },
  async ({ app, params, body, staff, request }) => {
    const report = await findReport(app.db, params.reportId);
    // Another department's report looks as if it were not there.
    if (report === undefined || report.contact_phone_encrypted === null || !isInScope(await reportScope(app.db, staff), report.department_id)) {
      throw new ApiError('report_not_found');
    }
    await recordAudit(app.db, {
      ...staffActor(staff, request),
      action: 'read_report_contact',
      objectKind: 'feedback',
      objectId: report.id,
      after: { purpose: body.purpose, confirmation: request.confirmation?.id ?? null },
      at: app.clock.now(),
    });
    return { contactPhone: app.encryption.decrypt(report.contact_phone_encrypted, contactPhoneContext) };
  },
);
