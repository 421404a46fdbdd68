import type { Citizen } from '../../server/contract/citizens';
import type { CloseReportBody, ContactPurpose, ReportContact, SearchWithoutResultList, StaffInvitation, StaffReport, StaffReportPage } from '../../server/contract/staff';
import type { ApiClient } from './ApiClient';

const invitationPath = (token: string) => `/staff-invitations/${encodeURIComponent(token)}`;

/** What staff members do, in the name of the signed-in person. */
export const staffApi = (client: ApiClient) => ({
  /** @throws ApiError invitation_not_found */
  readInvitation: (token: string) => client.request<StaffInvitation>({ path: invitationPath(token) }),
  /** @throws ApiError invitation_not_found, phone_number_required, phone_number_mismatch, already_staff */
  acceptInvitation: (token: string) => client.request<void>({ method: 'PUT', path: `${invitationPath(token)}/acceptance` }),
  readCurrentCitizen: () => client.request<Citizen>({ path: '/citizens/current' }),
  listReports: (status: 'open' | 'closed', cursor?: string) => client.request<StaffReportPage>({ path: '/staff/reports', query: { status, cursor } }),
  /** @throws ApiError report_not_found, report_closed */
  closeReport: (reportId: string, body: CloseReportBody) => client.request<StaffReport>({ method: 'PUT', path: `/staff/reports/${encodeURIComponent(reportId)}/outcome`, body }),
  /** @throws ApiError confirmation_required, report_not_found */
  readReportContact: (reportId: string, purpose: ContactPurpose, headers: Record<string, string>) =>
    client.request<ReportContact>({ method: 'POST', path: `/staff/reports/${encodeURIComponent(reportId)}/contact`, body: { purpose }, headers }),
  listSearchesWithoutResult: () => client.request<SearchWithoutResultList>({ path: '/staff/searches-without-result' }),
});
export type StaffApi = ReturnType<typeof staffApi>;
